package dev.backstep.reads.replica;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often the replicas are looked at: often while somebody wants to know, seldom at rest. What
 * was seen at rest is older, never more than the truth: a replica has replayed at least that, and
 * is asked again on the connection that reads.
 */
public final class WatchPace {
  /** Half of what a reader is ready to wait, and a handful of cheap statements. */
  static final Duration BUSY = Duration.ofMillis(25);

  /** Often enough for those who watch the metrics. */
  static final Duration REST = Duration.ofSeconds(1);

  /** Whoever read will read again within so long, or pays with a read from the primary. */
  static final Duration BUSY_FOR = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private volatile long wanted;
  private volatile @Nullable Thread resting;

  /**
   * At rest.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public WatchPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.wanted = nanoTime.getAsLong() - BUSY_FOR.toNanos();
  }

  /** Somebody wants to know now. Cheap, for every read. */
  public void wanted() {
    wanted = nanoTime.getAsLong();
    wake();
  }

  /** Ends a rest, if there is one. */
  void wake() {
    var sleeper = resting;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  /** Returns when it is time for the next look, or a moment earlier. */
  void pause() {
    resting = Thread.currentThread();
    var length = next(); // not before: who wants to know after this wakes us
    if (length.equals(BUSY)) {
      resting = null;
    }
    LockSupport.parkNanos(length.toNanos());
    resting = null;
  }

  /** How long until the next look. */
  Duration next() {
    return nanoTime.getAsLong() - wanted < BUSY_FOR.toNanos() ? BUSY : REST;
  }
}
