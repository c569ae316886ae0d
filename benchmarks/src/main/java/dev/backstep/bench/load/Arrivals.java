package dev.backstep.bench.load;

import java.time.Duration;

/**
 * When each request of a round is due: evenly spaced, from 0. The schedule does not know how the
 * requests fare, so a slow answer delays none of the others.
 *
 * @param perSecond requests a second
 * @param count how many there are
 */
public record Arrivals(double perSecond, long count) {
  private static final double NANOS = 1e9;

  public Arrivals {
    if (!(perSecond > 0) || count < 0) {
      throw new IllegalArgumentException("%s requests at %s/s".formatted(count, perSecond));
    }
  }

  /** As many as that rate brings in that time. */
  public static Arrivals during(double perSecond, Duration length) {
    return new Arrivals(perSecond, Math.round(perSecond * length.toNanos() / NANOS));
  }

  /** Nanoseconds from the start until that request is due. */
  public long due(long index) {
    return (long) (index * NANOS / perSecond);
  }

  /** How many requests are due so many nanoseconds after the start. */
  long dueBy(long elapsed) {
    if (elapsed < 0) {
      return 0;
    }
    long due = Math.min(count, (long) (elapsed * perSecond / NANOS) + 1);
    // Rounding may be off by one; nothing may leave early, and nothing may wait.
    if (due > 0 && due(due - 1) > elapsed) {
      return due - 1;
    }
    return due < count && due(due) <= elapsed ? due + 1 : due;
  }
}
