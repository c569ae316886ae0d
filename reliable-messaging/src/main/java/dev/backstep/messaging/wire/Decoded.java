package dev.backstep.messaging.wire;

import dev.backstep.contracts.Message;

/** What became of a record's bytes. */
public sealed interface Decoded {
  /** A message this version understands. */
  record Understood(Message message) implements Decoded {}

  /**
   * Bytes that no retry will make readable.
   *
   * @param why one sentence without any of the content, which may be personal
   */
  record Unreadable(String why) implements Decoded {}
}
