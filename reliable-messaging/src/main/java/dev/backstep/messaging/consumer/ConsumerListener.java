package dev.backstep.messaging.consumer;

import java.time.Duration;

/** Counts what consumers do. */
@FunctionalInterface
public interface ConsumerListener {
  /** Nobody counts. */
  ConsumerListener NONE = (channel, messages, took) -> {};

  /** A poll of so many messages was applied within that time. */
  void taken(String channel, int messages, Duration took);
}
