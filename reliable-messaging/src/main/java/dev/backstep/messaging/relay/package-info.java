/** Publishes the outbox: shards under leases, a wake-up after commit, a poll as safety net. */
@NullMarked
package dev.backstep.messaging.relay;

import org.jspecify.annotations.NullMarked;
