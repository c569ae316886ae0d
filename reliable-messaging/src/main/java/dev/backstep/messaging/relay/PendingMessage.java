package dev.backstep.messaging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox that waits to be published.
 *
 * @param createdAt by the database's clock
 * @param age how long it had waited when the relay got it, by one clock alone: the database's, or
 *     this process's if it was handed over
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, copied never: bodies are passed through
public record PendingMessage(
    int shard,
    long position,
    String topic,
    String key,
    String id,
    String type,
    String subject,
    byte[] body,
    @Nullable String traceparent,
    Map<String, String> headers,
    Instant createdAt,
    Duration age) {}
