package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.SagaEvent.SagaStarted;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.RunEvent.CalledBack;
import dev.backstep.saga.engine.RunEvent.DeadLettered;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.RunEvent.Parked;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import dev.backstep.saga.engine.RunEvent.Replied;
import dev.backstep.saga.engine.RunEvent.Started;
import dev.backstep.saga.engine.RunEvent.Woken;
import dev.backstep.saga.engine.StepStatus.Forth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The saga engine: {@code (run, event, now) -> decision}. The same arguments always give the same
 * decision, so a log can be folded again at any time.
 *
 * <p>An event that cannot happen where the saga stands is an {@link ImpossibleEventException}.
 */
public final class SagaEngine {
  private record Situation(Phase phase, RunEvent event) {}

  private SagaEngine() {}

  /** The first decision of a saga. */
  public static <D> Decision start(Saga<D> saga, Instant now) {
    var draft = Draft.newborn(saga, storable(now));
    for (int i = 0; i < draft.steps().size(); i++) {
      if (saga.definition().step(i) instanceof Step.UndoOnly<D>) {
        draft.mark(i, Forth.DONE);
      }
    }
    draft.announce(
        new SagaStarted(saga.id(), saga.businessKey(), draft.version(), saga.definition().name()));
    Moves.forward(draft);
    return draft.conclude(null, 0, Outcome.STARTED, "");
  }

  /** What comes of an event. Each one adds exactly one log entry and one to the version. */
  public static <D> Decision decide(Saga<D> saga, SagaRun run, RunEvent event, Instant now) {
    var draft = Draft.of(saga, run, event, storable(now));
    return switch (new Situation(run.phase(), event)) {
      case Situation(Phase.Open phase, Replied e) -> Answers.take(draft, phase, e);
      case Situation(Phase.Final _, Replied e) -> Answers.stale(draft, e.command());
      case Situation(Phase.Open phase, Woken e) -> Timeouts.wake(draft, phase, e);
      case Situation(Phase.Final _, Woken _) -> throw draft.impossible("it sleeps for ever");
      case Situation(Phase.Open phase, PublishedLate e) -> {
        var _ = Answers.indexOf(draft, e.command());
        yield Timeouts.publishedLate(draft, phase, e);
      }
      case Situation(Phase.Final _, PublishedLate e) -> late(draft, e);
      case Situation(Phase.Open phase, DeadLettered e) -> Parking.deadLettered(draft, phase, e);
      case Situation(Phase.Final _, DeadLettered e) ->
          draft.conclude(e.command(), 0, Outcome.NOTED, e.cause());
      case Situation(Phase.Open phase, Parked e) -> Parking.parked(draft, phase, e);
      case Situation(Phase.Final _, Parked e) -> draft.conclude(null, 0, Outcome.NOTED, e.reason());
      case Situation(Phase.Open phase, CalledBack _) -> CallingBack.open(draft, phase);
      case Situation(Phase.Final phase, CalledBack _) -> CallingBack.ended(draft, phase);
      case Situation(Phase.Open phase, Operated e) -> Operations.act(draft, phase, e);
      case Situation(Phase.Final _, Operated _) ->
          throw draft.impossible("nothing can be done about it any more");
      case Situation(Phase _, Started _) -> throw draft.impossible("it has started already");
    };
  }

  /** Where a saga stands after those entries, the first of which started it. */
  public static <D> SagaRun fold(Saga<D> saga, List<LogEntry> log) {
    var run = start(saga, log.getFirst().at()).run();
    for (var entry : log.subList(1, log.size())) {
      run = decide(saga, run, entry.event(), entry.at()).run();
    }
    return run;
  }

  /** What an operator may do now, and why not the rest. */
  public static <D> List<ActionOffer> offers(Saga<D> saga, SagaRun run) {
    return Operations.offers(saga, run.phase());
  }

  /** The command of that id once more, for a look at it; an undo is told that cause. */
  public static <D> Command command(Saga<D> saga, CommandId id, Refusal cause) {
    int step =
        saga.definition()
            .indexOf(id.step())
            .orElseThrow(() -> new IllegalArgumentException("no such step: " + id.step()));
    return switch (id.direction()) {
      case DO -> saga.run(step);
      case UNDO -> saga.undo(step, cause);
    };
  }

  private static <D> Decision late(Draft<D> draft, PublishedLate event) {
    var _ = Answers.indexOf(draft, event.command());
    return draft.conclude(event.command(), 0, Outcome.LATE, "");
  }

  /** A database keeps microseconds; a log that was read back must give the same run. */
  private static Instant storable(Instant now) {
    return now.truncatedTo(ChronoUnit.MICROS);
  }
}
