package dev.backstep.messaging.outbox;

import java.util.List;

/** Told after each commit that left messages in the outbox. Must be quick and must not fail. */
@FunctionalInterface
public interface OutboxListener {
  /**
   * Something was committed: these, in their order, and perhaps more. A crash right after the
   * commit tells nobody.
   */
  void committed(List<Written> messages);
}
