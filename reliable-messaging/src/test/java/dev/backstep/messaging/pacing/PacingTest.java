package dev.backstep.messaging.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
  @Test
  void neverRestsWhileMessagesComeSingly() {
    assertThat(Pacing.rest(Pacing.CROWDED - 1, Duration.ofSeconds(1))).isZero();
  }

  @Test
  void restsTwiceAsLongAsItWorkedWhenMessagesQueue() {
    assertThat(Pacing.rest(Pacing.CROWDED, Duration.ofMillis(5))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void restsNoLongerThanItsLimit() {
    assertThat(Pacing.rest(500, Duration.ofSeconds(1))).isEqualTo(Pacing.LONGEST_REST);
  }
}
