package dev.backstep.saga.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down guessing: after some failures nobody signs in to this instance for a moment. Counts
 * all names together, so that trying many names gains nothing.
 */
@Singleton
class LoginThrottle {
  /** More than a human mistypes in a minute. */
  static final int FAILURES = 10;

  /** So that 24 random bytes are never found, and a human waits no longer than he types. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource time;
  private Instant windowEnds = Instant.EPOCH;
  private int failures;

  LoginThrottle(InstantSource time) {
    this.time = time;
  }

  /** How long to wait before the next try; zero when one may try now. */
  synchronized Duration pause() {
    var now = time.instant();
    return failures >= FAILURES && now.isBefore(windowEnds)
        ? Duration.between(now, windowEnds)
        : Duration.ZERO;
  }

  synchronized void failed() {
    var now = time.instant();
    if (!now.isBefore(windowEnds)) {
      windowEnds = now.plus(WINDOW);
      failures = 0;
    }
    failures++;
  }
}
