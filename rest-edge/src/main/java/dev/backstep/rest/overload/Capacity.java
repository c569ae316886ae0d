package dev.backstep.rest.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests one event loop may have let in that have no answer yet: as many as it answers
 * within the time that they may wait (Little's law), at the pace at which it answered lately. That
 * pace is counted over the time in which it had something to answer, so it is known after an idle
 * night too.
 */
final class Capacity {
  /** The pace is that of one to two such spans of work. */
  static final Duration LATELY = Duration.ofSeconds(1);

  private static final Duration UNKNOWN = Duration.ofNanos(Long.MAX_VALUE);

  private final LongSupplier nanoTime;
  private final Duration wait;
  private final int least;
  private int underWay;
  private long looked;
  private Span now = new Span();
  private Span before = new Span();

  /**
   * Of a loop that nobody has asked yet.
   *
   * @param wait how long a request may be under way
   * @param least so many are let in whatever the pace
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  Capacity(Duration wait, int least, LongSupplier nanoTime) {
    this.wait = wait;
    this.least = least;
    this.nanoTime = nanoTime;
    this.looked = nanoTime.getAsLong();
  }

  /** Lets a request in, unless it would wait for too long; each that is in is answered once. */
  synchronized boolean enter() {
    pass();
    if (underWay >= Math.max(least, inTime())) {
      return false;
    }
    underWay++;
    return true;
  }

  /** One that was let in has its answer, or nobody waits for it any more. */
  synchronized void leave() {
    now.answered++;
    pass();
    underWay--;
  }

  /** How long the loop worked on one request lately; very long while it has answered none. */
  synchronized Duration each() {
    pass();
    return answered() == 0 ? UNKNOWN : Duration.ofNanos(worked() / answered());
  }

  private double inTime() {
    return (double) answered() * wait.toNanos() / worked();
  }

  private int answered() {
    return now.answered + before.answered;
  }

  private long worked() {
    return Math.max(1, now.worked + before.worked);
  }

  private void pass() {
    long time = nanoTime.getAsLong();
    if (underWay > 0) {
      now.worked += time - looked;
    }
    looked = time;
    if (now.worked > LATELY.toNanos()) {
      before = now;
      now = new Span();
    }
  }

  /** Time in which something was under way, in ns, and what was answered in it. */
  private static final class Span {
    private long worked;
    private int answered;
  }
}
