package dev.backstep.messaging.relay;

import java.util.List;

/** Puts messages on their topics. */
public interface Publisher {
  /**
   * Publishes the messages in the given order and waits, for a bounded time, until each is
   * acknowledged by all in-sync replicas or has failed. A failed message may still have arrived.
   *
   * <p>When a message of a key fails, the later ones of that key in the same call are reported as
   * failed too.
   *
   * @return the acknowledged ones, in order; the rest must be published again
   */
  List<PendingMessage> publish(List<PendingMessage> messages) throws InterruptedException;
}
