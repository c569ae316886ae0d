package dev.backstep.saga.engine;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a saga. Free of personal data, for it is kept in the log. */
public sealed interface RunEvent {
  /** It was asked for. Always the first, and only once. */
  record Started() implements RunEvent {}

  /** A participant answered. */
  record Replied(CommandId command, Reply reply) implements RunEvent {}

  /**
   * The time that {@link SagaRun#dueAt()} named has come.
   *
   * @param unpublished whether the awaited command is still in our own outbox
   */
  record Woken(boolean unpublished) implements RunEvent {}

  /** A command left the outbox noticeably later than it was decided. */
  record PublishedLate(CommandId command, Instant at) implements RunEvent {}

  /** The participant could not read or apply a command, and trying again will not mend it. */
  record DeadLettered(CommandId command, String cause) implements RunEvent {}

  /** An earlier event could not be applied: a bug, whose message this carries. */
  record Parked(String reason) implements RunEvent {}

  /** What it is a part of was cancelled: everything is to be undone, also when it was complete. */
  record CalledBack() implements RunEvent {}

  /**
   * A human acts.
   *
   * @param patience how long a retry may take before time runs out for it; null for the usual time,
   *     and for every other action
   */
  record Operated(
      OperatorAction action, String operator, String reason, @Nullable Duration patience)
      implements RunEvent {
    /** Refuses a patience that is not positive. */
    public Operated {
      if (patience != null && !patience.isPositive()) {
        throw new IllegalArgumentException("patience is positive");
      }
    }

    /** With the usual time. */
    public Operated(OperatorAction action, String operator, String reason) {
      this(action, operator, reason, null);
    }
  }
}
