package dev.backstep.saga.dashboard;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.dashboard.Overview.DirectionFigures;
import dev.backstep.saga.dashboard.Overview.StepFigures;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.figures.Timing;
import dev.backstep.saga.words.StepWords;
import java.util.List;
import java.util.Map;

/** The table of steps and their compensations. */
record Steps(Charts charts, Map<String, Timing> timings, List<Attention> attention) {
  static Steps of(Charts charts, List<Attention> attention) {
    return new Steps(charts, charts.timingsByCommand(), attention);
  }

  /** As new sagas take them. */
  List<StepFigures> figures(SagaDefinitions definitions) {
    return definitions.current().stream()
        .flatMap(definition -> definition.steps().stream())
        .map(StepWords::of)
        .map(this::figures)
        .toList();
  }

  private StepFigures figures(StepWords words) {
    return new StepFigures(
        words.step(),
        words.title(),
        words.service(),
        words.kind(),
        words.kind().equals("undo-only") ? null : figures(words.step(), Direction.DO),
        words.undoTitle(),
        words.undoTitle() == null ? null : figures(words.step(), Direction.UNDO));
  }

  private DirectionFigures figures(String step, Direction direction) {
    var place = step + "/" + direction.wireName();
    var timing = timings.getOrDefault(place, Timing.empty());
    return new DirectionFigures(
        charts.perMinute(timing.times()),
        Charts.high(timing),
        part(timing.retried(), timing.times()),
        part(timing.failed(), timing.times()),
        blocked(place));
  }

  private static double part(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private long blocked(String place) {
    return attention.stream()
        .filter(it -> it.kind().equals("stuck") && it.cause().startsWith(place + "/"))
        .mapToLong(Attention::count)
        .sum();
  }
}
