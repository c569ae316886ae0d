package dev.backstep.messaging.wire;

import dev.backstep.contracts.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from a topic, not yet understood.
 *
 * @param key the record key, or null
 * @param headers header names and values as UTF-8, the last value of each name
 * @param body the raw bytes; empty for a record without a value
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, copied never: bodies are passed through
public record Received(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte[] body) {
  /** The CloudEvents id, or null when the sender left it out. */
  public @Nullable String id() {
    return headers.get(Headers.ID);
  }

  /** The CloudEvents type, or null when the sender left it out. */
  public @Nullable String type() {
    return headers.get(Headers.TYPE);
  }

  /** The W3C trace context, or null. */
  public @Nullable String traceparent() {
    return headers.get(Headers.TRACEPARENT);
  }

  /** {@code <topic>-<partition>@<offset>}: where operators find it again. */
  public String origin() {
    return topic + "-" + partition + "@" + offset;
  }
}
