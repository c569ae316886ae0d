package dev.backstep.messaging.relay;

import java.time.Duration;

/** Counts what the relay does. */
@FunctionalInterface
public interface RelayListener {
  /** Nobody counts. */
  RelayListener NONE = (message, lag) -> {};

  /** A message was acknowledged, that long after it was written. */
  void published(PendingMessage message, Duration lag);

  /** Tells both. */
  static RelayListener both(RelayListener one, RelayListener other) {
    return (message, lag) -> {
      one.published(message, lag);
      other.published(message, lag);
    };
  }
}
