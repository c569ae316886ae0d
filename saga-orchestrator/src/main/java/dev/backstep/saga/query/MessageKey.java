package dev.backstep.saga.query;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a message of a saga by the log entry that tells of it.
 *
 * @param sent which of the commands that the entry sent; negative for the reply that it took
 */
record MessageKey(long seq, int sent) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(?:out-(\\d{1,4})|in)");
  private static final int REPLY = -1;

  static MessageKey out(long seq, int sent) {
    return new MessageKey(seq, sent);
  }

  static MessageKey in(long seq) {
    return new MessageKey(seq, REPLY);
  }

  static Optional<MessageKey> parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var sent = matcher.group(2);
    return Optional.of(
        new MessageKey(
            Long.parseLong(matcher.group(1)), sent == null ? REPLY : Integer.parseInt(sent)));
  }

  boolean isReply() {
    return sent == REPLY;
  }

  @Override
  public String toString() {
    return isReply() ? seq + "-in" : seq + "-out-" + sent;
  }
}
