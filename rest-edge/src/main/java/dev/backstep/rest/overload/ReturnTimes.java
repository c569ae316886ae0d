package dev.backstep.rest.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When those whom one event loop turns away may come back: one after the other, at the pace at
 * which it let requests in lately, or they would all come at once again. It is advice: who comes
 * sooner is looked at like everybody. For the thread of that loop alone.
 */
final class ReturnTimes {
  static final Duration SOONEST = Duration.ofSeconds(2);

  /** Whoever is told more goes away for good. */
  static final Duration LATEST = Duration.ofSeconds(15);

  static final Duration LATELY = Duration.ofSeconds(5);

  /** What even a process manages that has compiled nothing yet, in each {@link #LATELY}. */
  static final int SLOWEST = 50;

  private final LongSupplier nanoTime;
  private long last;
  private long begin;
  private int letIn;
  private int letInBefore;

  /**
   * Of a loop that nobody has asked yet.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  ReturnTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
    this.begin = last;
  }

  /** A request is let in. */
  void letIn() {
    forget(nanoTime.getAsLong());
    letIn++;
  }

  /** How long the next one who is turned away is to stay away. */
  Duration next() {
    long now = nanoTime.getAsLong();
    forget(now);
    last = now + Math.clamp(last + pace() - now, SOONEST.toNanos(), LATEST.toNanos());
    return Duration.ofNanos(last - now);
  }

  private long pace() {
    return LATELY.toNanos() / Math.max(SLOWEST, Math.max(letIn, letInBefore));
  }

  private void forget(long now) {
    long passed = now - begin;
    if (passed > LATELY.toNanos()) {
      letInBefore = passed > 2 * LATELY.toNanos() ? 0 : letIn;
      letIn = 0;
      begin = now;
    }
  }
}
