package dev.backstep.saga.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private final Histogram histogram = Histogram.empty();

  @Test
  void hasNoQuantileWithoutAnything() {
    assertThat(histogram.quantile(0.5)).isEmpty();
  }

  @Test
  void isAtMostAFifthTooLarge() {
    for (long millis : new long[] {1, 7, 250, 1_000, 59_000, 3_600_000}) {
      var one = Histogram.empty();
      one.add(Duration.ofMillis(millis), 1);
      assertThat(one.quantile(0.95).orElseThrow().toMillis())
          .isBetween(millis, Math.round(millis * 1.2) + 1);
    }
  }

  @Test
  void tellsTheMiddleFromTheEnd() {
    histogram.add(Duration.ofMillis(100), 90);
    histogram.add(Duration.ofSeconds(10), 10);
    assertThat(histogram.quantile(0.5).orElseThrow()).isLessThan(Duration.ofMillis(130));
    assertThat(histogram.quantile(0.95).orElseThrow()).isGreaterThan(Duration.ofSeconds(9));
    assertThat(histogram.size()).isEqualTo(100);
  }

  @Test
  void survivesBeingStored() {
    histogram.add(Duration.ofMillis(3), 2);
    histogram.add(Duration.ofDays(2), 1);
    assertThat(Histogram.of(histogram.stored()).stored()).isEqualTo(histogram.stored());
  }
}
