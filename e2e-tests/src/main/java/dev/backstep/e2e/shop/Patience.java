package dev.backstep.e2e.shop;

import java.time.Duration;

/**
 * Until when something is waited for.
 *
 * @param deadline of {@link System#nanoTime()}
 */
record Patience(long deadline) {
  static Patience of(Duration duration) {
    return new Patience(System.nanoTime() + duration.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - deadline > 0;
  }
}
