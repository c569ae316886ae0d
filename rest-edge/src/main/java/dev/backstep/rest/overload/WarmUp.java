package dev.backstep.rest.overload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The first requests that a process answers, and how many of them at once. Any thread. */
final class WarmUp {
  /** So many times each method on the way of a request has run by then, that it is compiled. */
  static final int ENOUGH = 300;

  /** By then it is over for a process that few ask, whose readers may stay for hours. */
  static final Duration LONGEST = Duration.ofSeconds(15);

  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final int most;
  private final LongSupplier nanoTime;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong end = new AtomicLong(NOT_BEGUN);
  private volatile boolean over;

  /**
   * Begins with the first request.
   *
   * @param most requests at once
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  WarmUp(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /** Whether nobody has to be counted any more; once it is, for ever. */
  boolean isOver() {
    if (!over) {
      long now = nanoTime.getAsLong();
      end.compareAndSet(NOT_BEGUN, now + LONGEST.toNanos());
      over = answered.get() >= ENOUGH || now - end.get() >= 0;
    }
    return over;
  }

  /** Whether one more may come in; whoever does must say that he {@link #left}. */
  boolean letIn() {
    if (underWay.incrementAndGet() <= most) {
      return true;
    }
    underWay.decrementAndGet();
    return false;
  }

  /** One who was let in is answered, or has gone. */
  void left() {
    underWay.decrementAndGet();
    answered.incrementAndGet();
  }
}
