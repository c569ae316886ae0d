package dev.backstep.saga.engine;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.SagaEvent.SagaCompensated;
import dev.backstep.contracts.SagaEvent.SagaCompleted;
import dev.backstep.contracts.SagaEvent.SagaResolved;
import dev.backstep.contracts.SagaEvent.SagaStuck;
import dev.backstep.contracts.SagaEvent.SagaTurnedBack;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.StepStatus.Back;
import dev.backstep.saga.engine.StepStatus.Forth;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The moves of a saga: forward, turn, back, and standing stuck. */
final class Moves {
  private Moves() {}

  /** Sends the first step that was not sent yet; the saga is complete when there is none. */
  static <D> void forward(Draft<D> draft) {
    var next = firstPending(draft);
    if (next.isEmpty()) {
      draft.enter(new Phase.Completed());
      draft.announce(new SagaCompleted(draft.saga.id(), draft.saga.businessKey(), draft.version()));
      var calledBack = draft.calledBack();
      if (calledBack != null) {
        turnBackComplete(draft, calledBack);
      }
      return;
    }
    var flight = Clocks.takeOff(draft, next.getAsInt(), Direction.DO);
    draft.sendDo(flight);
    draft.enter(new Phase.Running(flight));
  }

  /** From now on everything that was done, or may have been, is undone. */
  static <D> void turnBack(Draft<D> draft, Flight at, Refusal cause) {
    turnBack(draft, draft.nameOf(at), cause);
  }

  /** The same from the end. */
  static <D> void turnBackComplete(Draft<D> draft, Refusal cause) {
    turnBack(draft, draft.saga.definition().steps().getLast().name(), cause);
  }

  private static <D> void turnBack(Draft<D> draft, String at, Refusal cause) {
    draft.announce(
        new SagaTurnedBack(draft.saga.id(), draft.saga.businessKey(), draft.version(), at, cause));
    back(draft, cause);
  }

  /** Undoes the last step that needs it; the saga is compensated when there is none. */
  static <D> void back(Draft<D> draft, Refusal cause) {
    var next = lastToUndo(draft);
    if (next.isEmpty()) {
      draft.enter(new Phase.Compensated(cause));
      draft.announce(
          new SagaCompensated(draft.saga.id(), draft.saga.businessKey(), draft.version(), cause));
      return;
    }
    var flight = Clocks.takeOff(draft, next.getAsInt(), Direction.UNDO);
    draft.sendUndo(flight, cause);
    draft.enter(new Phase.Compensating(flight, cause));
  }

  /** Sends the awaited command once more; the phase stays. */
  static <D> void resend(Draft<D> draft, Phase.Open phase, Flight flight) {
    switch (phase) {
      case Phase.Running _ -> draft.sendDo(flight);
      case Phase.Compensating compensating -> draft.sendUndo(flight, compensating.cause());
      case Phase.Stuck stuck -> resend(draft, stuck.unstuck(), flight);
    }
    draft.enter(phase.with(flight));
  }

  static <D> void stick(Draft<D> draft, Phase.Open phase, Flight flight, String reason) {
    switch (phase) {
      case Phase.Running _ -> {
        draft.enter(new Phase.Stuck(flight, null, reason));
        announceStuck(draft, flight, reason);
      }
      case Phase.Compensating(var _, var cause) -> {
        draft.enter(new Phase.Stuck(flight, cause, reason));
        announceStuck(draft, flight, reason);
      }
      case Phase.Stuck stuck -> draft.enter(new Phase.Stuck(flight, stuck.cause(), reason));
    }
  }

  static <D> void resolve(Draft<D> draft, String reason) {
    draft.enter(new Phase.Resolved(reason));
    draft.announce(
        new SagaResolved(draft.saga.id(), draft.saga.businessKey(), draft.version(), reason));
  }

  /** What is to be undone and never will be by us hears of it, if it wants to. */
  static <D> void leave(Draft<D> draft) {
    var definition = draft.saga.definition();
    for (int i = 0; i < draft.steps().size(); i++) {
      if (draft.steps().get(i).back() != Back.UNDONE
          && definition.step(i) instanceof Step.UndoOnly<D> step) {
        var command = step.leave().command(draft.saga.data());
        if (command != null) {
          draft.sendLeave(i, command);
        }
      }
    }
  }

  private static <D> void announceStuck(Draft<D> draft, Flight flight, String reason) {
    draft.announce(
        new SagaStuck(
            draft.saga.id(),
            draft.saga.businessKey(),
            draft.version(),
            draft.nameOf(flight),
            reason));
  }

  private static <D> OptionalInt firstPending(Draft<D> draft) {
    var steps = draft.steps();
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).forth() == Forth.PENDING)
        .findFirst();
  }

  private static <D> OptionalInt lastToUndo(Draft<D> draft) {
    var steps = draft.steps();
    return IntStream.range(0, steps.size()).filter(i -> steps.get(i).needsUndo()).max();
  }
}
