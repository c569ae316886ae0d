package dev.backstep.messaging.consumer;

import dev.backstep.messaging.intake.Poll;

/**
 * What a service does with a channel of messages. One thread per channel calls it, so it never runs
 * twice at a time in one process.
 */
public interface PollConsumer {
  /** The channel's name: its topics and its group are settings under {@code backstep.consumers}. */
  String channel();

  /**
   * Returns when every message of the poll is applied or a dead letter, and committed. It is called
   * again with the same messages after a crash, a rebalance, or an exception.
   */
  void take(Poll poll);

  /**
   * Asked before each poll, on the same thread: whether all that the log still holds shall be
   * delivered again, because what was made of it is lost. True once for each loss. While nothing
   * comes it is asked once a second, and {@linkplain #isAwaited() who is awaited} every three.
   */
  default boolean wantsTheLogAgain() {
    return false;
  }

  /**
   * Whether somebody waits for what it does. If not, the loop rests {@link
   * dev.backstep.messaging.pacing.Pacing#UNAWAITED_REST} after each poll: what changes a hundred
   * times a second is then told twenty-five times, with all that changed meanwhile.
   */
  default boolean isAwaited() {
    return true;
  }
}
