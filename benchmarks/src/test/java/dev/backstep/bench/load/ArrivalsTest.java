package dev.backstep.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void spacesRequestsEvenlyFromTheStart() {
    var arrivals = Arrivals.during(50, Duration.ofSeconds(2));

    assertThat(arrivals.count()).isEqualTo(100);
    assertThat(arrivals.due(0)).isZero();
    assertThat(arrivals.due(1)).isEqualTo(SECOND / 50);
    assertThat(arrivals.due(50)).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 3, 7, 49.9, 333.3, 1_000, 2_999.7})
  void nothingIsDueEarlyAndNothingIsDueLate(double rate) {
    var arrivals = new Arrivals(rate, 10_000);

    LongStream.range(1, 10_000)
        .forEach(index -> {
          assertThat(arrivals.dueBy(arrivals.due(index))).isEqualTo(index + 1);
          assertThat(arrivals.dueBy(arrivals.due(index) - 1)).isEqualTo(index);
        });
  }

  @Test
  void isOverAfterTheLastRequest() {
    var arrivals = new Arrivals(10, 3);

    assertThat(arrivals.dueBy(60 * SECOND)).isEqualTo(3);
  }

  @Test
  void refusesARateThatNeverComes() {
    assertThatThrownBy(() -> new Arrivals(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Arrivals(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
