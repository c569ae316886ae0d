package dev.backstep.messaging.relay;

/**
 * The right to publish one shard.
 *
 * @param epoch counts the owners of the shard; the fencing token of whatever this owner writes
 */
record Lease(int shard, long epoch) {}
