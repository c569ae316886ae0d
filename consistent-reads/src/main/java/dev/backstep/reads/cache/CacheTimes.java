package dev.backstep.reads.cache;

import java.time.Duration;

/**
 * How long things last in a cache.
 *
 * @param fresh after this a value is refreshed by whoever reads it first; the others get the old
 *     one
 * @param lease how long a refresher has; then another may try, and the first writes nothing
 * @param life after this nobody reads it any more; longer than any lease
 */
public record CacheTimes(Duration fresh, Duration lease, Duration life) {
  /**
   * Details of a product change seldom, and a change invalidates. A lease is longer than a
   * refresher needs on a machine without room: others have the old value meanwhile.
   */
  public static final CacheTimes USUAL =
      new CacheTimes(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));

  /** Refuses lives that end within a lease. */
  public CacheTimes {
    if (life.compareTo(lease.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException("a life is longer than two leases");
    }
  }
}
