package dev.backstep.payment.work;

import dev.backstep.messaging.relay.Wakeup;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often the table is searched for what is due: often while something is known to become due,
 * seldom when all that is open is under way in this process. What only the table knows, because an
 * instance died, is found within {@link #REST}.
 */
final class SweepPace {
  /** Far less than the lease that has to end before there is anything unknown to find. */
  static final Duration REST = Duration.ofSeconds(1);

  /** The retries within this time are too close together to be found by a seldom look. */
  static final Duration ALERT_FOR = Duration.ofSeconds(5);

  private final Duration poll;
  private final LongSupplier nanoTime;
  private final Wakeup wakeup = new Wakeup();
  private volatile long expected;
  private volatile boolean resting;

  /**
   * At rest.
   *
   * @param poll the time between two looks while something is expected
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  SweepPace(Duration poll, LongSupplier nanoTime) {
    this.poll = poll;
    this.nanoTime = nanoTime;
    this.expected = nanoTime.getAsLong() - ALERT_FOR.toNanos();
  }

  /** Something is due now: look at once. */
  void now() {
    expected = nanoTime.getAsLong();
    wakeup.signal();
  }

  /**
   * Something will be due: look often from now on. It never makes one look follow the other at
   * once, however many say so.
   */
  void soon() {
    expected = nanoTime.getAsLong();
    if (resting) {
      wakeup.signal();
    }
  }

  /** Returns when it is time for the next look. */
  void pause() throws InterruptedException {
    resting = true; // before the choice: who expects something after it wakes us
    var length = next();
    resting = length.equals(REST);
    wakeup.await(length);
    resting = false;
  }

  /** How long until the next look, unless something is due before. */
  Duration next() {
    return nanoTime.getAsLong() - expected < ALERT_FOR.toNanos() ? poll : REST;
  }
}
