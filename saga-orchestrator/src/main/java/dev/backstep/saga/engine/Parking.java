package dev.backstep.saga.engine;

import dev.backstep.saga.engine.RunEvent.DeadLettered;
import dev.backstep.saga.engine.RunEvent.Parked;

/**
 * Sets a saga aside when trying again by itself would not help: no timer runs until an answer comes
 * or an operator acts.
 */
final class Parking {
  private Parking() {}

  static <D> Decision deadLettered(Draft<D> draft, Phase.Open phase, DeadLettered event) {
    var _ = Answers.indexOf(draft, event.command());
    var flight = phase.flight();
    if (!draft.idOf(flight).equals(event.command())) {
      return draft.conclude(event.command(), 0, Outcome.NOTED, event.cause());
    }
    return park(draft, phase, Reasons.deadLettered(draft, flight, event.cause()));
  }

  static <D> Decision parked(Draft<D> draft, Phase.Open phase, Parked event) {
    return park(draft, phase, event.reason());
  }

  private static <D> Decision park(Draft<D> draft, Phase.Open phase, String reason) {
    Moves.stick(draft, phase, phase.flight().dueAt(null), reason);
    return draft.conclude(phase.flight(), Outcome.STUCK, reason);
  }
}
