package dev.backstep.messaging.consumer;

import dev.backstep.messaging.intake.Poll;
import java.time.Duration;

/** Counts what consumers do. */
@FunctionalInterface
public interface ConsumerListener {
  /** Nobody counts. */
  ConsumerListener NONE = (channel, poll, took) -> {};

  /** A poll was applied within that time. */
  void taken(String channel, Poll poll, Duration took);

  /** Tells both. */
  static ConsumerListener both(ConsumerListener one, ConsumerListener other) {
    return (channel, poll, took) -> {
      one.taken(channel, poll, took);
      other.taken(channel, poll, took);
    };
  }
}
