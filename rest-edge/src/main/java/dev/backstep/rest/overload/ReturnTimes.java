package dev.backstep.rest.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When those whom one event loop turns away may come back: one after the other, at the pace at
 * which it answers, or they would all come at once again. It is advice: who comes sooner is looked
 * at like everybody. For the thread of that loop alone.
 */
final class ReturnTimes {
  static final Duration SOONEST = Duration.ofSeconds(2);

  /** Whoever is told more goes away for good, and a process that has caught up waits for him. */
  static final Duration LATEST = Duration.ofSeconds(10);

  /** What a request takes even of a process that has compiled nothing yet. */
  static final Duration SLOWEST = Duration.ofMillis(100);

  private final LongSupplier nanoTime;
  private long last;

  /**
   * Of a loop that has turned nobody away yet.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  ReturnTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /**
   * How long the next one who is turned away is to stay away.
   *
   * @param each how long the loop works on one request lately
   */
  Duration next(Duration each) {
    long now = nanoTime.getAsLong();
    long step = Math.min(each.toNanos(), SLOWEST.toNanos());
    last = now + Math.clamp(last + step - now, SOONEST.toNanos(), LATEST.toNanos());
    return Duration.ofNanos(last - now);
  }
}
