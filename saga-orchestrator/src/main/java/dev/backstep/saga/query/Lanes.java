package dev.backstep.saga.query;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.query.LaneNode.Status;
import dev.backstep.saga.words.StepWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the two lanes of a saga: what was done, and what is undone. */
final class Lanes {
  private final SeenSaga saga;
  private final Standing standing;
  private final Map<CommandId, Lap> laps;
  private final List<PathCell> path;
  private final EffectWords effects;
  private final Instant now;

  Lanes(SeenSaga saga, Map<CommandId, Lap> laps, Instant now) {
    this.saga = saga;
    this.standing = new Standing(saga);
    this.laps = laps;
    this.path = PathCell.of(saga.stepNames(), saga.run());
    this.effects = new EffectWords(SagaFacts.of(saga.data()));
    this.now = now;
  }

  List<StepView> steps() {
    return IntStream.range(0, path.size()).mapToObj(this::step).toList();
  }

  private StepView step(int index) {
    var words = words(index);
    var lap = lap(index, Direction.DO);
    var undoTitle = undoTitle(index, words);
    return new StepView(
        words.step(),
        words.kind(),
        words.title(),
        undoTitle,
        words.service(),
        forth(index, words),
        undoTitle == null ? null : back(index, undoTitle),
        lap == null ? null : lap.reference(),
        words.step(),
        StepState.of(index, saga.run()).name());
  }

  /** What comes after the pivot is only undone in a saga that was called back. */
  private @Nullable String undoTitle(int index, StepWords words) {
    return words.undoTitle() == null && lap(index, Direction.UNDO) != null
        ? StepWords.title(words.step(), Direction.UNDO)
        : words.undoTitle();
  }

  private StepWords words(int index) {
    return saga.known()
        .<Step<?>>map(definition -> definition.steps().get(index))
        .map(StepWords::of)
        .orElseGet(() -> StepWords.ofName(path.get(index).step()));
  }

  private LaneNode forth(int index, StepWords words) {
    var lap = lap(index, Direction.DO);
    var step = words.step();
    return switch (path.get(index).forth()) {
      case PENDING ->
          LaneNode.of(isGoingForward() ? Status.WAITING : Status.SKIPPED, notReached(words));
      case RUNNING -> node(Status.RUNNING, "waiting for the answer", lap);
      case RETRYING -> node(Status.RETRYING, "no answer yet", lap);
      case DONE -> node(Status.DONE, effects.done(step), lap);
      case REFUSED -> node(Status.REFUSED, refused(lap), lap);
      case TIMED_OUT -> node(Status.TIMED_OUT, "no answer in time, may have happened", lap);
      case STUCK -> node(Status.STUCK, "needs somebody", lap);
    };
  }

  private LaneNode back(int index, String title) {
    var lap = lap(index, Direction.UNDO);
    return switch (path.get(index).back()) {
      case NONE -> LaneNode.of(Status.SKIPPED, nothingToUndo(index));
      case WAITING -> LaneNode.of(Status.WAITING, waitsForLater(index));
      case RUNNING -> node(Status.RUNNING, "waiting for the answer", lap);
      case RETRYING -> node(Status.RETRYING, "no answer yet", lap);
      case UNDONE -> node(Status.UNDONE, effects.undone(path.get(index).step()), lap);
      case STUCK -> node(Status.STUCK, title + " needs somebody", lap);
    };
  }

  private LaneNode node(Status status, String note, @Nullable Lap lap) {
    if (lap == null) {
      return LaneNode.of(status, note);
    }
    return status.isOver()
        ? LaneNode.of(status, note, lap, now, null, null)
        : LaneNode.of(status, note, lap, now, standing.attemptsAllowed(), standing.nextTry());
  }

  private boolean isGoingForward() {
    return !saga.run().phase().state().isFinal() && !TurnedBack.isOn(saga.run());
  }

  private static String notReached(StepWords words) {
    return words.kind().equals("pivot") ? "pivot, not reached" : "not reached";
  }

  private static String refused(@Nullable Lap lap) {
    return lap == null || lap.code() == null ? "refused" : lap.code();
  }

  private String nothingToUndo(int index) {
    return switch (path.get(index).forth()) {
      case PENDING, REFUSED -> "nothing to undo";
      case RUNNING, RETRYING, DONE, TIMED_OUT, STUCK -> "not necessary";
    };
  }

  /** The last one that happened is undone first. */
  private String waitsForLater(int index) {
    return IntStream.iterate(path.size() - 1, i -> i > index, i -> i - 1)
        .filter(i ->
            path.get(i).back() != PathCell.Back.NONE && path.get(i).back() != PathCell.Back.UNDONE)
        .boxed()
        .reduce((_, nearest) -> nearest)
        .map(i -> "waits for “" + StepWords.title(path.get(i).step(), Direction.UNDO) + "”")
        .orElse("its turn comes");
  }

  private @Nullable Lap lap(int index, Direction direction) {
    return laps.get(new CommandId(saga.id(), path.get(index).step(), direction));
  }
}
