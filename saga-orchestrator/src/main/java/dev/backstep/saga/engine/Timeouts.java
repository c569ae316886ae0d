package dev.backstep.saga.engine;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import dev.backstep.saga.engine.RunEvent.Woken;
import dev.backstep.saga.engine.StepStatus.Forth;
import java.time.Duration;
import java.time.Instant;

/** What time does. */
final class Timeouts {
  private Timeouts() {}

  static <D> Decision wake(Draft<D> draft, Phase.Open phase, Woken event) {
    var due = phase.flight().due();
    if (due == null || draft.now.isBefore(due)) {
      throw draft.impossible("it was woken before its time");
    }
    if (event.unpublished()) {
      return rearmed(draft, phase, draft.now, "The command is still in the outbox.");
    }
    return switch (phase) {
      case Phase.Running running -> waitedForDo(draft, running, due);
      case Phase.Compensating compensating -> waitedForUndo(draft, compensating);
      case Phase.Stuck stuck -> resent(draft, stuck, "");
    };
  }

  private static <D> Decision waitedForDo(Draft<D> draft, Phase.Running phase, Instant due) {
    var stepDue = phase.flight().stepDue();
    return stepDue == null
        ? resent(draft, phase, "")
        : waitedForCompensatable(draft, phase, due, stepDue);
  }

  static <D> Decision publishedLate(Draft<D> draft, Phase.Open phase, PublishedLate event) {
    var flight = phase.flight();
    if (!draft.idOf(flight).equals(event.command())
        || flight.answered()
        || !event.at().isAfter(flight.sentAt())) {
      return draft.conclude(event.command(), 0, Outcome.LATE, "");
    }
    return rearmed(draft, phase, event.at(), "It was published late.");
  }

  /** An outage of the broker cancels nothing: what it took is given back. */
  private static <D> Decision rearmed(
      Draft<D> draft, Phase.Open phase, Instant start, String reason) {
    var flight = phase.flight();
    draft.extendSaga(Duration.between(flight.sentAt(), start));
    draft.enter(phase.with(armedAs(draft, phase, flight.startedAt(start))));
    return draft.conclude(flight, Outcome.REARMED, reason);
  }

  private static <D> Flight armedAs(Draft<D> draft, Phase.Open phase, Flight flight) {
    return switch (phase) {
      case Phase.Running _, Phase.Compensating _ -> Clocks.armed(draft, flight);
      case Phase.Stuck _ -> flight.due() == null ? flight : Clocks.armedSlowly(draft, flight);
    };
  }

  private static <D> Decision waitedForCompensatable(
      Draft<D> draft, Phase.Running phase, Instant due, Instant stepDue) {
    if (draft.now.isAfter(due.plus(draft.policies().absence()))) {
      return resentAfterAbsence(draft, phase);
    }
    if (!draft.sagaDue().isAfter(draft.now)) {
      return timedOut(draft, phase.flight(), Reasons.sagaTimedOut());
    }
    if (!stepDue.isAfter(draft.now)) {
      return timedOut(draft, phase.flight(), Reasons.stepTimedOut(draft.nameOf(phase.flight())));
    }
    return resent(draft, phase, "");
  }

  /** Nobody was there to take an answer, so one whole attempt is given before judging. */
  private static <D> Decision resentAfterAbsence(Draft<D> draft, Phase.Running phase) {
    var earliest = draft.now.plus(draft.policies().attempt());
    draft.sagaDueNotBefore(earliest);
    var patient = phase.with(phase.flight().stepDueNotBefore(earliest));
    return resent(draft, patient, "Nobody was there when it was due.");
  }

  private static <D> Decision timedOut(Draft<D> draft, Flight flight, Refusal cause) {
    draft.mark(flight.step(), Forth.TIMED_OUT);
    Moves.turnBack(draft, flight, cause);
    return draft.conclude(flight, Outcome.TIMED_OUT, cause.detail());
  }

  private static <D> Decision waitedForUndo(Draft<D> draft, Phase.Compensating phase) {
    var flight = phase.flight();
    if (flight.tries() < draft.policies().undoAttempts()) {
      return resent(draft, phase, "");
    }
    var reason = Reasons.undoTimedOut(draft, flight);
    Moves.stick(draft, phase, Clocks.armedSlowly(draft, flight), reason);
    return draft.conclude(flight, Outcome.STUCK, reason);
  }

  private static <D> Decision resent(Draft<D> draft, Phase.Open phase, String reason) {
    var flight = armedAs(draft, phase, phase.flight().again(draft.now));
    Moves.resend(draft, phase, flight);
    return draft.conclude(flight, Outcome.RESENT, reason);
  }
}
