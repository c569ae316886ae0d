package dev.backstep.payment.work;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When to ask again.
 *
 * @param random 0 to 1, spreads the questions after an outage
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {
  /** Doubling further would overflow, and is above any sensible longest. */
  private static final int MAX_DOUBLINGS = 20;

  /** Between half and all of the doubled pause, after so many attempts in vain. */
  Duration after(int attempts) {
    var doublings = Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS);
    var pause = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(Math.round(pause * (0.5 + random.getAsDouble() / 2)));
  }
}
