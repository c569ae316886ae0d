package dev.backstep.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewAgeTest {
  @Test
  void tellsHowOldTheStockWasSinceAnEarlierLook() {
    var before = age(10, 10, 10);
    var since = age(60, 109, 110).minus(before);
    assertThat(since.changes()).isEqualTo(100);
    assertThat(since.millis(0.5)).isEqualTo(10);
    assertThat(since.millis(0.99)).isEqualTo(250);
    assertThat(since.millis(1)).isInfinite();
  }

  @Test
  void knowsNothingWhereNothingChanged() {
    assertThat(ViewAge.parse("").millis(0.5)).isNaN();
    assertThat(age(7, 7, 7).minus(age(7, 7, 7)).millis(0.99)).isNaN();
  }

  private static ViewAge age(int tenMillis, int quarter, int all) {
    return ViewAge.parse(
        """
        backstep_view_age_seconds_bucket{le="0.01"} %d.0
        backstep_view_age_seconds_bucket{le="0.25"} %d.0
        backstep_view_age_seconds_bucket{le="+Inf"} %d.0
        backstep_view_age_seconds_count 3.0
        """
            .formatted(tenMillis, quarter, all));
  }
}
