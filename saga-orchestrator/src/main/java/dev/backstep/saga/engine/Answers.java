package dev.backstep.saga.engine;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.RunEvent.Replied;
import dev.backstep.saga.engine.StepStatus.Back;
import dev.backstep.saga.engine.StepStatus.Forth;

/** What a reply does. */
final class Answers {
  private Answers() {}

  static <D> Decision take(Draft<D> draft, Phase.Open phase, Replied event) {
    var flight = phase.flight();
    if (!draft.idOf(flight).equals(event.command())) {
      return stale(draft, event.command());
    }
    return switch (flight.direction()) {
      case DO -> onDo(draft, phase, event.reply());
      case UNDO -> onUndo(draft, phase, event.reply());
    };
  }

  /** A reply that nobody waits for changes nothing; one to a command never sent cannot be. */
  static <D> Decision stale(Draft<D> draft, CommandId command) {
    int step = indexOf(draft, command);
    var status = draft.steps().get(step);
    var outcome =
        switch (command.direction()) {
          case DO ->
              switch (status.forth()) {
                case PENDING -> throw neverSent(draft, command);
                case DONE, REFUSED -> Outcome.DUPLICATE;
                case SENT, TIMED_OUT -> Outcome.LATE;
              };
          case UNDO ->
              switch (status.back()) {
                case NOT_ASKED -> throw neverSent(draft, command);
                case UNDONE -> Outcome.DUPLICATE;
                case SENT -> Outcome.LATE;
              };
        };
    return draft.conclude(command, 0, outcome, "");
  }

  /** The step of a command; a command of another saga, or of no step that is sent, cannot be. */
  static <D> int indexOf(Draft<D> draft, CommandId command) {
    if (!command.saga().equals(draft.saga.id())) {
      throw draft.impossible(command + " is a command of another saga");
    }
    int step =
        draft
            .saga
            .definition()
            .indexOf(command.step())
            .orElseThrow(() -> draft.impossible("there is no step \"" + command.step() + "\""));
    if (command.direction() == Direction.DO
        && draft.saga.definition().step(step) instanceof Step.UndoOnly<D>) {
      throw neverSent(draft, command);
    }
    return step;
  }

  private static <D> ImpossibleEventException neverSent(Draft<D> draft, CommandId command) {
    return draft.impossible(command + " was never sent");
  }

  private static <D> Decision onDo(Draft<D> draft, Phase.Open phase, Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> done(draft, phase.flight());
      case Reply.Refused(var refusal) -> doRefused(draft, phase, refusal);
      case Reply.Undone _ -> throw draft.impossible("a do was answered with Undone");
    };
  }

  private static <D> Decision done(Draft<D> draft, Flight flight) {
    draft.mark(flight.step(), Forth.DONE);
    Moves.forward(draft);
    return draft.conclude(flight, Outcome.DONE, "");
  }

  private static <D> Decision doRefused(Draft<D> draft, Phase.Open phase, Refusal refusal) {
    var flight = phase.flight();
    return switch (draft.saga.definition().step(flight.step())) {
      case Step.Compensatable<D> _, Step.Pivot<D> _ -> {
        draft.mark(flight.step(), Forth.REFUSED);
        Moves.turnBack(draft, flight, refusal);
        yield draft.conclude(flight, Outcome.REFUSED, refusal.detail());
      }
      case Step.Retriable<D> _ -> retriableRefused(draft, phase, refusal);
      case Step.UndoOnly<D> _ -> throw neverSent(draft, draft.idOf(flight));
    };
  }

  private static <D> Decision retriableRefused(Draft<D> draft, Phase.Open phase, Refusal refusal) {
    var flight = phase.flight();
    if (flight.answered()) {
      return draft.conclude(flight, Outcome.DUPLICATE, "");
    }
    return stuckByRefusal(draft, phase, Reasons.refusedThoughItMustBeDone(draft, flight, refusal));
  }

  private static <D> Decision onUndo(Draft<D> draft, Phase.Open phase, Reply reply) {
    return switch (reply) {
      case Reply.Undone _ -> undone(draft, phase);
      case Reply.Refused(var refusal) -> undoRefused(draft, phase, refusal);
      case Reply.Done _ -> throw draft.impossible("an undo was answered with Done");
    };
  }

  private static <D> Decision undone(Draft<D> draft, Phase.Open phase) {
    var flight = phase.flight();
    draft.mark(flight.step(), Back.UNDONE);
    Moves.back(draft, causeOf(draft, phase));
    return draft.conclude(flight, Outcome.UNDONE, "");
  }

  private static <D> Refusal causeOf(Draft<D> draft, Phase.Open phase) {
    return switch (phase) {
      case Phase.Compensating compensating -> compensating.cause();
      case Phase.Stuck stuck -> causeOf(draft, stuck.unstuck());
      case Phase.Running _ -> throw draft.impossible("an undo is awaited while going forward");
    };
  }

  private static <D> Decision undoRefused(Draft<D> draft, Phase.Open phase, Refusal refusal) {
    var flight = phase.flight();
    if (flight.answered()) {
      return draft.conclude(flight, Outcome.DUPLICATE, "");
    }
    return switch (phase) {
      case Phase.Stuck _ ->
          stuckByRefusal(draft, phase, Reasons.undoRefused(draft, flight, refusal));
      case Phase.Running _, Phase.Compensating _ -> {
        if (flight.tries() >= draft.policies().undoAttempts()) {
          yield stuckByRefusal(draft, phase, Reasons.undoRefused(draft, flight, refusal));
        }
        var pause = draft.policies().backoff().after(draft.idOf(flight), flight.tries());
        draft.enter(phase.with(flight.refused(draft.now.plus(pause))));
        yield draft.conclude(flight, Outcome.REFUSED, refusal.detail());
      }
    };
  }

  private static <D> Decision stuckByRefusal(Draft<D> draft, Phase.Open phase, String reason) {
    var flight = phase.flight();
    Moves.stick(draft, phase, flight.refused(draft.now.plus(draft.policies().slowRetry())), reason);
    return draft.conclude(flight, Outcome.STUCK, reason);
  }
}
