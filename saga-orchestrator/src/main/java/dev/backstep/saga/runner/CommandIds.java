package dev.backstep.saga.runner;

import dev.backstep.contracts.CommandId;
import java.util.Optional;

/** Finds the command that a message is about by the message's id. */
public final class CommandIds {
  private static final String REPLY = "/reply";

  private CommandIds() {}

  /** The command whose id that is; empty when it is the id of something else. */
  public static Optional<CommandId> parse(String messageId) {
    try {
      return Optional.of(CommandId.parse(messageId));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The same, where the message may also be the reply to the command. */
  public static Optional<CommandId> parseOfReplyToo(String messageId) {
    return parse(
        messageId.endsWith(REPLY)
            ? messageId.substring(0, messageId.length() - REPLY.length())
            : messageId);
  }
}
