package dev.backstep.saga.engine;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.StepStatus.Forth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators may do, and what it does. */
final class Operations {
  private Operations() {}

  static <D> List<ActionOffer> offers(Saga<D> saga, Phase phase) {
    return Stream.of(OperatorAction.values()).map(action -> offer(saga, phase, action)).toList();
  }

  static <D> ActionOffer offer(Saga<D> saga, Phase phase, OperatorAction action) {
    return switch (phase) {
      case Phase.Final _ -> new ActionOffer(action, "The saga is " + phase.state() + ": final.");
      case Phase.Open open -> new ActionOffer(action, refusal(saga, open, action));
    };
  }

  private static <D> @Nullable String refusal(
      Saga<D> saga, Phase.Open phase, OperatorAction action) {
    var step = saga.definition().step(phase.flight().step());
    return switch (action) {
      case RETRY -> refusalToRetry(phase, step.name());
      case COMPENSATE -> refusalToCompensate(phase, step);
      case RESOLVE -> refusalToResolve(phase);
    };
  }

  private static @Nullable String refusalToRetry(Phase.Open phase, String step) {
    return switch (phase) {
      case Phase.Stuck _ -> null;
      case Phase.Running _, Phase.Compensating _ -> {
        var flight = phase.flight();
        yield flight.attempt() > 1 || flight.answered()
            ? null
            : "The " + step + " step was asked once and still has time to answer.";
      }
    };
  }

  private static <D> @Nullable String refusalToCompensate(Phase.Open phase, Step<D> step) {
    return switch (phase.flight().direction()) {
      case UNDO -> "The saga has turned back already.";
      case DO ->
          switch (step) {
            case Step.Compensatable<D> _ -> null;
            case Step.Pivot<D> pivot ->
                "The " + pivot.name() + " step was sent and may have happened: no way back.";
            case Step.Retriable<D> _ -> "The saga is past its pivot: it can only go forward.";
            case Step.UndoOnly<D> _ -> "The saga has not begun.";
          };
    };
  }

  private static @Nullable String refusalToResolve(Phase.Open phase) {
    return switch (phase) {
      case Phase.Stuck _ -> null;
      case Phase.Running _, Phase.Compensating _ ->
          "The saga is " + phase.state() + " and goes on by itself; only a stuck one is resolved.";
    };
  }

  static <D> Decision act(Draft<D> draft, Phase.Open phase, Operated event) {
    var why = refusal(draft.saga, phase, event.action());
    if (why != null) {
      throw draft.impossible(why);
    }
    return switch (event.action()) {
      case RETRY -> retry(draft, phase, event);
      case COMPENSATE -> compensate(draft, phase.flight(), event);
      case RESOLVE -> resolve(draft, phase, event);
    };
  }

  private static <D> Decision retry(Draft<D> draft, Phase.Open phase, Operated event) {
    var flight = phase.flight();
    var stepDue = stepDue(draft, flight, event);
    if (stepDue != null) {
      draft.sagaDueNotBefore(stepDue);
    }
    var armed = armed(draft, flight.withFreshTries(stepDue).again(draft.now), event);
    Moves.resend(draft, unstuck(phase), armed);
    return draft.conclude(armed, Outcome.RESENT, words(event));
  }

  private static <D> @Nullable Instant stepDue(Draft<D> draft, Flight flight, Operated event) {
    var usual = Clocks.stepDue(draft, flight.step(), flight.direction());
    var patience = event.patience();
    return usual == null || patience == null ? usual : draft.now.plus(patience);
  }

  private static <D> Flight armed(Draft<D> draft, Flight flight, Operated event) {
    var patience = event.patience();
    return patience == null ? Clocks.armed(draft, flight) : flight.dueAt(draft.now.plus(patience));
  }

  private static Phase.Open unstuck(Phase.Open phase) {
    return switch (phase) {
      case Phase.Stuck stuck -> stuck.unstuck();
      case Phase.Running _, Phase.Compensating _ -> phase;
    };
  }

  private static <D> Decision compensate(Draft<D> draft, Flight flight, Operated event) {
    draft.mark(flight.step(), Forth.TIMED_OUT);
    Moves.turnBack(draft, flight, Reasons.calledOff());
    return draft.conclude(flight, Outcome.TURNED_BACK, words(event));
  }

  private static <D> Decision resolve(Draft<D> draft, Phase.Open phase, Operated event) {
    Moves.resolve(draft, words(event));
    if (wasTurningBack(phase) || draft.calledBack() != null) {
      Moves.leave(draft);
    }
    return draft.conclude(phase.flight(), Outcome.RESOLVED, words(event));
  }

  private static boolean wasTurningBack(Phase.Open phase) {
    return phase.flight().direction() == Direction.UNDO;
  }

  private static String words(Operated event) {
    return event.operator() + ": " + event.reason();
  }
}
