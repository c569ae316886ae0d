package dev.backstep.messaging.intake;

import dev.backstep.messaging.wire.Received;

/**
 * A record that cannot be applied, and why.
 *
 * @param detail one sentence, free of the record's content
 */
public record DeadLetter(Received received, Cause cause, String detail) {
  /** The longest sentence kept. */
  static final int MAX_DETAIL = 500;

  /** Cuts an overlong detail. */
  public DeadLetter {
    detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
  }

  /** Stable codes of what went wrong. */
  public enum Cause {
    /** The bytes are no message that belongs on the topic. */
    UNREADABLE,
    /** The message could be read, but applying it fails every time. */
    FAILED
  }

  static DeadLetter unreadable(Received received, String why) {
    return new DeadLetter(received, Cause.UNREADABLE, why);
  }

  static DeadLetter failed(Received received, RuntimeException cause) {
    var message = cause.getMessage();
    return new DeadLetter(
        received, Cause.FAILED, message == null ? cause.getClass().getSimpleName() : message);
  }
}
