package dev.backstep.messaging.outbox;

/**
 * Which shard a key belongs to. All rows of a key are in one shard, and one relay at a time
 * publishes a shard.
 */
public final class Shards {
  /**
   * The most relays that can share the work of one service; the migration makes as many lease rows.
   */
  public static final int COUNT = 8;

  private Shards() {}

  /** The shard of a record key, 0 to {@link #COUNT} - 1, the same for ever. */
  public static int of(String key) {
    return Math.floorMod(key.hashCode(), COUNT);
  }
}
