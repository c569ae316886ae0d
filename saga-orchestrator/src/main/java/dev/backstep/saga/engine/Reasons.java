package dev.backstep.saga.engine;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;

/** The sentences that people read. Causes reach customers; the others reach operators. */
final class Reasons {
  private Reasons() {}

  static Refusal stepTimedOut(String step) {
    return new Refusal(
        RefusalCode.TIMED_OUT,
        "There was no answer from the " + step + " step in time, so the order was called off.");
  }

  static Refusal sagaTimedOut() {
    return new Refusal(
        RefusalCode.TIMED_OUT, "The order could not be finished in time, so it was called off.");
  }

  /** The operator's own words stay in the log: they were not written for the customer. */
  static Refusal calledOff() {
    return new Refusal(RefusalCode.CANCELLED, "The order was called off by the shop.");
  }

  static Refusal calledBack() {
    return new Refusal(
        RefusalCode.CANCELLED, "The order was called off with the rest of what it was part of.");
  }

  static <D> String calledBackWhenComplete(Draft<D> draft, Flight flight) {
    return "Called back. The %s step may have happened: it turns back when it is complete."
        .formatted(draft.nameOf(flight));
  }

  static <D> String undoTimedOut(Draft<D> draft, Flight flight) {
    return "%s could not be undone: no answer to %d attempts. %s"
        .formatted(draft.nameOf(flight), flight.attempt(), slowRetries(draft));
  }

  static <D> String undoRefused(Draft<D> draft, Flight flight, Refusal refusal) {
    return "%s could not be undone: %s (%s), attempt %d. %s"
        .formatted(
            draft.nameOf(flight),
            refusal.detail(),
            refusal.code(),
            flight.attempt(),
            slowRetries(draft));
  }

  static <D> String refusedThoughItMustBeDone(Draft<D> draft, Flight flight, Refusal refusal) {
    return "%s was refused though it must be done: %s (%s). %s"
        .formatted(draft.nameOf(flight), refusal.detail(), refusal.code(), slowRetries(draft));
  }

  static <D> String deadLettered(Draft<D> draft, Flight flight, String cause) {
    return "%s %s went to dead letters: %s. Replay it or retry when the cause is mended."
        .formatted(draft.nameOf(flight), flight.direction().wireName(), cause);
  }

  private static <D> String slowRetries(Draft<D> draft) {
    return "It is tried again every " + new Rhythm(draft.policies().slowRetry()).words() + ".";
  }
}
