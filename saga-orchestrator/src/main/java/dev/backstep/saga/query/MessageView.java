package dev.backstep.saga.query;

import dev.backstep.saga.masking.MaskedPayload;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of a saga as it may be shown. */
record MessageView(
    String key,
    Instant at,
    String direction,
    String type,
    String topic,
    String messageId,
    @Nullable Integer attempt,
    long seq,
    Map<String, String> headers,
    MaskedPayload payload) {
  static MessageView of(MessageHead head, Map<String, String> headers, MaskedPayload payload) {
    return new MessageView(
        head.key(),
        head.at(),
        head.direction(),
        head.type(),
        head.topic(),
        head.messageId(),
        head.attempt(),
        head.seq(),
        headers,
        payload);
  }
}
