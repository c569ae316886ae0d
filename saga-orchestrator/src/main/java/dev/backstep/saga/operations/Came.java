package dev.backstep.saga.operations;

import dev.backstep.saga.engine.Outcome;
import dev.backstep.saga.engine.SagaState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an act. */
record Came(OperatorEntry.Outcome outcome, String text, @Nullable Instant at) {
  static Came open() {
    return new Came(OperatorEntry.Outcome.ACCEPTED, "On its way", null);
  }

  static Came atOnce(Instant at) {
    return new Came(OperatorEntry.Outcome.WORKED, "Done", at);
  }

  static Came ofRetry(Outcome entry, Instant at) {
    return switch (entry) {
      case DONE, UNDONE -> new Came(OperatorEntry.Outcome.WORKED, "The step was done", at);
      case REFUSED, STUCK -> new Came(OperatorEntry.Outcome.FAILED, "Refused again", at);
      case RESENT -> new Came(OperatorEntry.Outcome.FAILED, "No answer again", at);
      case TIMED_OUT -> new Came(OperatorEntry.Outcome.FAILED, "No answer in time", at);
      case STARTED, REARMED, TURNED_BACK, RESOLVED, DUPLICATE, LATE, NOTED -> open();
    };
  }

  static Came ofTurningBack(String state, Instant at) {
    return switch (SagaState.valueOf(state)) {
      case COMPENSATED -> new Came(OperatorEntry.Outcome.WORKED, "Nothing is left of it", at);
      case STUCK -> new Came(OperatorEntry.Outcome.FAILED, "It got stuck on its way back", at);
      case RESOLVED -> new Came(OperatorEntry.Outcome.STOPPED, "Resolved by hand", at);
      case RUNNING, COMPENSATING, COMPLETED -> open();
    };
  }

  /** Whether a message was handled only its reader knows; that it died again is seen here. */
  static Came ofReplay(@Nullable Instant diedAgain) {
    return diedAgain == null
        ? new Came(OperatorEntry.Outcome.WORKED, "Sent again", null)
        : new Came(OperatorEntry.Outcome.FAILED, "It came back dead", diedAgain);
  }

  static Came ofBulk(@Nullable String state) {
    return switch (state) {
      case "finished" -> new Came(OperatorEntry.Outcome.WORKED, "All were asked", null);
      case "stopped" -> new Came(OperatorEntry.Outcome.STOPPED, "Stopped on the way", null);
      case null, default -> open();
    };
  }
}
