package dev.backstep.reads.memory;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether this process has looked at Redis without a gap. Redis may have been away in a gap, and
 * others may still owe it what it missed, while it answers as if nothing had been.
 *
 * <p>Of the time before it began it knows nothing: a process is asked for reads only when it has
 * looked a few times.
 */
final class Vigil {
  /**
   * From the beginning of one look to the end of the next. Others owe something only after Redis
   * has failed them for {@link RedisLink#INSISTENCE}, so no such outage fits between two looks.
   */
  static final Duration GAP = RedisLink.INSISTENCE.minusMillis(50);

  private final LongSupplier nanoTime;
  private long looked;
  private long broken;

  /**
   * A vigil that begins now.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  Vigil(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.looked = nanoTime.getAsLong();
    this.broken = looked - RedisLink.DISTRUST.toNanos();
  }

  /** The moment, for {@link #looked}; ask before Redis is asked. */
  long begin() {
    return nanoTime.getAsLong();
  }

  /** Redis answered a look that began then. */
  synchronized void looked(long begun) {
    long now = nanoTime.getAsLong();
    if (now - looked > GAP.toNanos()) {
      broken = now;
    }
    looked = Math.max(looked, begun);
  }

  /** Whether what Redis says now can be believed. */
  synchronized boolean isUnbroken() {
    long now = nanoTime.getAsLong();
    return now - looked <= GAP.toNanos() && now - broken >= RedisLink.DISTRUST.toNanos();
  }
}
