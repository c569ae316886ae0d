package dev.backstep.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  @ParameterizedTest
  @CsvSource({"3600, hour", "7200, 2 hours", "60, minute", "300, 5 minutes", "90, 90 s", "0, 0 s"})
  void isSaidAsPeopleSayIt(long seconds, String words) {
    assertThat(new Rhythm(Duration.ofSeconds(seconds)).words()).isEqualTo(words);
  }
}
