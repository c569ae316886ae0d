package dev.backstep.reads.pace;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often something is looked at: often while somebody wants to know, seldom at rest. One thread
 * looks; any number may want to know.
 */
public final class WatchPace {
  /** Often enough for those who watch the metrics. */
  public static final Duration REST = Duration.ofSeconds(1);

  private final Duration busy;
  private final Duration busyFor;
  private final LongSupplier nanoTime;
  private volatile long wanted;
  private volatile @Nullable Thread resting;

  /**
   * At rest.
   *
   * @param busy between two looks while somebody wants to know
   * @param busyFor how long that lasts after he asked
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public WatchPace(Duration busy, Duration busyFor, LongSupplier nanoTime) {
    this.busy = busy;
    this.busyFor = busyFor;
    this.nanoTime = nanoTime;
    this.wanted = nanoTime.getAsLong() - busyFor.toNanos();
  }

  /** Somebody wants to know now. Cheap, for every read. */
  public void wanted() {
    wanted = nanoTime.getAsLong();
    wake();
  }

  /** Ends a rest, if there is one. */
  public void wake() {
    var sleeper = resting;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  /** Returns when it is time for the next look, or a moment earlier. */
  public void pause() {
    resting = Thread.currentThread();
    var length = next(); // not before: who wants to know after this wakes us
    if (length.equals(busy)) {
      resting = null;
    }
    LockSupport.parkNanos(length.toNanos());
    resting = null;
  }

  /** How long until the next look. */
  public Duration next() {
    return nanoTime.getAsLong() - wanted < busyFor.toNanos() ? busy : REST;
  }
}
