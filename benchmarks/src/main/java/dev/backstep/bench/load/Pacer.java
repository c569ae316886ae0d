package dev.backstep.bench.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Releases requests when they are due. */
final class Pacer {
  /**
   * Sparse requests leave on the dot; dense ones share a wake-up, which costs them at most this.
   */
  private static final long LEAST_SLEEP_NANOS = 500_000;

  /** Takes requests that are due. */
  interface Release {
    /** Releases those from the first to before the last, by number. */
    void release(long first, long last);
  }

  private final Arrivals arrivals;
  private final LongSupplier elapsed;
  private final Release release;
  private long released;

  /**
   * Follows that schedule.
   *
   * @param elapsed nanoseconds since the round began
   */
  Pacer(Arrivals arrivals, LongSupplier elapsed, Release release) {
    this.arrivals = arrivals;
    this.elapsed = elapsed;
    this.release = release;
  }

  /** Until the last request is released, or the thread is interrupted. */
  void run() throws InterruptedException {
    while (runOnce()) {
      long sleep = arrivals.due(released) - elapsed.getAsLong();
      LockSupport.parkNanos(Math.max(sleep, LEAST_SLEEP_NANOS));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** Releases what is due; false when nothing is left. */
  boolean runOnce() {
    long due = arrivals.dueBy(elapsed.getAsLong());
    if (due > released) {
      release.release(released, due);
      released = due;
    }
    return released < arrivals.count();
  }
}
