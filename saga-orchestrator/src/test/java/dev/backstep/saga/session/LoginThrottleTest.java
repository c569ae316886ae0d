package dev.backstep.saga.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final LoginThrottle throttle = new LoginThrottle(() -> now);

  @Test
  void letsPeopleMistype() {
    fail(LoginThrottle.FAILURES - 1);
    assertThat(throttle.pause()).isZero();
  }

  @Test
  void makesGuessersWait() {
    fail(LoginThrottle.FAILURES);
    assertThat(throttle.pause()).isEqualTo(LoginThrottle.WINDOW);
    now = now.plus(LoginThrottle.WINDOW);
    assertThat(throttle.pause()).isEqualTo(Duration.ZERO);
    throttle.failed();
    assertThat(throttle.pause()).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed();
    }
  }
}
