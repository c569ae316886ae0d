package dev.backstep.saga.engine;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.StepStatus.Forth;

/** What becomes of a saga when what it is a part of is cancelled. It may be told more than once. */
final class CallingBack {
  private static final String BACK_ALREADY = "Called back. It has turned back already.";

  private static final String SETTLED = "Called back. It was settled by hand, and stays so.";

  private CallingBack() {}

  static <D> Decision open(Draft<D> draft, Phase.Open phase) {
    return switch (phase.flight().direction()) {
      case DO -> goingForward(draft, phase.flight(), Reasons.calledBack());
      case UNDO -> noted(draft);
    };
  }

  /** What may have happened is undone; a pivot that was sent has to be known before. */
  private static <D> Decision goingForward(Draft<D> draft, Flight flight, Refusal cause) {
    return switch (draft.saga.definition().step(flight.step())) {
      case Step.Compensatable<D> _ -> {
        draft.mark(flight.step(), Forth.TIMED_OUT);
        Moves.turnBack(draft, flight, cause);
        yield draft.conclude(flight, Outcome.TURNED_BACK, cause.detail());
      }
      case Step.Pivot<D> _, Step.Retriable<D> _ -> {
        requireWayBack(draft);
        draft.callBackWhenComplete(cause);
        yield draft.conclude(null, 0, Outcome.NOTED, Reasons.calledBackWhenComplete(draft, flight));
      }
      case Step.UndoOnly<D> step -> throw draft.impossible(step.name() + " is never sent");
    };
  }

  static <D> Decision ended(Draft<D> draft, Phase.Final phase) {
    return switch (phase) {
      case Phase.Completed _ -> {
        requireWayBack(draft);
        var cause = Reasons.calledBack();
        Moves.turnBackComplete(draft, cause);
        yield draft.conclude(null, 0, Outcome.TURNED_BACK, cause.detail());
      }
      case Phase.Resolved _ -> settled(draft);
      case Phase.Compensated _ -> noted(draft);
    };
  }

  private static <D> Decision settled(Draft<D> draft) {
    Moves.leave(draft);
    return draft.conclude(null, 0, Outcome.NOTED, SETTLED);
  }

  private static <D> Decision noted(Draft<D> draft) {
    return draft.conclude(null, 0, Outcome.NOTED, BACK_ALREADY);
  }

  private static <D> void requireWayBack(Draft<D> draft) {
    if (!draft.saga.definition().canBeCalledBack()) {
      throw draft.impossible("it has no way back past its pivot");
    }
  }
}
