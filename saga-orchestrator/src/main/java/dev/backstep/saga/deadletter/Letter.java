package dev.backstep.saga.deadletter;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.messaging.wire.Received;
import dev.backstep.saga.runner.CommandIds;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is kept. Texts come from anybody, so what a database cannot store is
 * replaced.
 *
 * @param topic where it came from and where a replay goes to
 * @param headers those of the message that is replayed, without what the publisher writes by itself
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, copied never: bodies are passed through
record Letter(
    UUID id,
    String topic,
    String origin,
    String service,
    String key,
    String messageId,
    String type,
    String subject,
    String cause,
    String detail,
    Map<String, String> headers,
    byte[] body,
    @Nullable String traceparent) {
  private static final String UNKNOWN = "unknown";
  private static final char NUL = '\0';
  private static final char REPLACEMENT = '\uFFFD';
  private static final String OURS = "backstep_dead_";
  private static final String CLOUD_EVENTS = "ce_";

  static Letter of(UUID id, Received received) {
    var headers = received.headers();
    var origin = text(headers.get(Headers.DEAD_ORIGIN), received.origin());
    return new Letter(
        id,
        Topics.originOf(received.topic()),
        origin,
        text(headers.get(Headers.DEAD_SERVICE), UNKNOWN),
        text(received.key(), origin),
        text(received.id(), origin),
        text(received.type(), UNKNOWN),
        text(headers.get(Headers.SUBJECT), UNKNOWN),
        text(headers.get(Headers.DEAD_CAUSE), UNKNOWN),
        text(headers.get(Headers.DEAD_DETAIL), "It came without a reason."),
        replayed(headers),
        received.body(),
        received.traceparent() == null ? null : clean(received.traceparent()));
  }

  /** The command that the message carries or answers. */
  Optional<CommandId> command() {
    return CommandIds.parseOfReplyToo(messageId);
  }

  private static Map<String, String> replayed(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> isForeign(header.getKey()))
        .collect(
            Collectors.toMap(
                h -> clean(h.getKey()), h -> clean(h.getValue()), (first, _) -> first));
  }

  private static boolean isForeign(String header) {
    return !header.startsWith(OURS)
        && !header.startsWith(CLOUD_EVENTS)
        && !header.equals(Headers.CONTENT_TYPE)
        && !header.equals(Headers.TRACEPARENT);
  }

  private static String text(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : clean(value);
  }

  private static String clean(String text) {
    return text.replace(NUL, REPLACEMENT);
  }
}
