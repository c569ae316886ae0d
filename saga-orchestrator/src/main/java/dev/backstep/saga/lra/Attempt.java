package dev.backstep.saga.lra;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to have a step done: it has an LRA of its own. Whoever does not know what became of a try
 * cancels its LRA and begins another, so that a service never does a step twice in one.
 *
 * @param number from 1
 * @param body what the service is sent; null once it has answered
 * @param lra null until it was started
 * @param ended how the LRA ended; null while it is open
 * @param tries how often its end was asked for in vain
 */
@SuppressWarnings("ArrayRecordComponent") // compared never: bodies are passed through
record Attempt(
    UUID saga,
    String step,
    int number,
    Wanted wanted,
    byte @Nullable [] body,
    @Nullable String lra,
    @Nullable String ended,
    int tries,
    @Nullable String traceparent) {
  static final String NEVER_BEGUN = "NeverBegun";
  static final String CANCELLED = "Cancelled";
  static final String CLOSED = "Closed";
  static final String FAILED_TO_CANCEL = "FailedToCancel";
  static final String FAILED_TO_CLOSE = "FailedToClose";

  /** What the coordinator is told as our name for it. */
  String clientId() {
    return saga + "/" + step;
  }

  CommandId command(Direction direction) {
    return new CommandId(saga, step, direction);
  }

  boolean isSame(Attempt other) {
    return saga.equals(other.saga) && step.equals(other.step) && number == other.number;
  }

  boolean failedToCancel() {
    return FAILED_TO_CANCEL.equals(ended);
  }
}
