package dev.backstep.saga.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a saga, without its body.
 *
 * @param key to ask for all of it
 * @param direction out or in
 * @param attempt null for a reply
 * @param seq the log entry that sent it, or tells of it
 */
record MessageHead(
    String key,
    Instant at,
    String direction,
    String type,
    String topic,
    String messageId,
    @Nullable Integer attempt,
    long seq) {}
