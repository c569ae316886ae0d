package dev.backstep.messaging.outbox;

import java.time.Instant;

/**
 * A message that lies in the outbox since a transaction of this process was committed.
 *
 * @param position in its shard
 * @param createdAt by the database's clock
 * @param sentAt when it left for the database, in ns of this process's monotonic clock
 */
public record Written(int shard, long position, Instant createdAt, long sentAt, Outgoing message) {}
