package dev.backstep.messaging.relay;

import java.time.Duration;

/** Counts what the relay does. */
@FunctionalInterface
public interface RelayListener {
  /** Nobody counts. */
  RelayListener NONE = lag -> {};

  /** A message was acknowledged, that long after it was written. */
  void published(Duration lag);
}
