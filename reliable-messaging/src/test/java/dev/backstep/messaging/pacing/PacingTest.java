package dev.backstep.messaging.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
  @Test
  void restsAsLongAsItWorkedAfterAFew() {
    assertThat(Pacing.rest(1, Duration.ofMillis(2))).isEqualTo(Duration.ofMillis(2));
    assertThat(Pacing.rest(Pacing.CROWDED - 1, Duration.ofSeconds(1)))
        .isEqualTo(Pacing.LONGEST_SHORT_REST);
  }

  @Test
  void restsAsLongAsItWorkedWhenMessagesQueue() {
    assertThat(Pacing.rest(Pacing.CROWDED, Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void restsNoLongerThanItsLimit() {
    assertThat(Pacing.rest(500, Duration.ofSeconds(1))).isEqualTo(Pacing.LONGEST_REST);
  }

  @Test
  void nobodyWhoComesAloneWaitsForCompany() {
    assertThat(Pacing.shortRest(Pacing.COMPANY - 1, Duration.ofSeconds(1))).isZero();
  }

  @Test
  void restsAShortWhileWhenSeveralPeopleWait() {
    assertThat(Pacing.shortRest(Pacing.COMPANY, Duration.ofMillis(1)))
        .isEqualTo(Duration.ofMillis(2));
    assertThat(Pacing.shortRest(200, Duration.ofSeconds(1))).isEqualTo(Pacing.LONGEST_SHORT_REST);
  }
}
