package dev.backstep.payment.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  @ParameterizedTest
  @CsvSource({"1,250", "2,500", "3,1000", "6,8000", "7,15000", "1000,15000"})
  void doublesUntilItIsLongEnough(int attempts, long millis) {
    assertThat(new Backoff(FIRST, LONGEST, () -> 1).after(attempts)).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"1,125", "7,7500"})
  void spreadsTheQuestions(int attempts, long millis) {
    assertThat(new Backoff(FIRST, LONGEST, () -> 0).after(attempts)).hasMillis(millis);
  }
}
