package dev.backstep.saga.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final String TEXT =
      """
      # HELP backstep_outbox_pending waiting
      # TYPE backstep_outbox_pending gauge
      backstep_outbox_pending 3.0
      backstep_books_captured_minor{currency="EUR"} 1.2E7
      backstep_books_captured_minor{currency="USD"} 5.0
      backstep_dead_letters_total{cause="FAILED",topic="a \\"quoted\\" name"} 2.0
      backstep_outbox_publish_lag_seconds_bucket{le="0.01"} 90.0
      backstep_outbox_publish_lag_seconds_bucket{le="0.1"} 99.0
      backstep_outbox_publish_lag_seconds_bucket{le="1.0"} 100.0
      backstep_outbox_publish_lag_seconds_bucket{le="+Inf"} 100.0
      backstep_books_age_seconds NaN
      a line that is none {
      backstep_gateway_circuit x
      """;

  private static final Metrics NOTHING = new Metrics(List.of());

  private final Metrics metrics = Metrics.parse(TEXT);

  @Test
  void readsFiguresWithAndWithoutLabels() {
    assertThat(metrics.sum("backstep_outbox_pending")).hasValue(3);
    assertThat(metrics.sum("backstep_dead_letters_total")).hasValue(2);
    assertThat(metrics.by("backstep_books_captured_minor", "currency"))
        .containsEntry("EUR", 12_000_000.0)
        .containsEntry("USD", 5.0);
  }

  @Test
  void saysThatItDoesNotKnow() {
    assertThat(metrics.sum("backstep_none")).isEmpty();
    assertThat(metrics.sum("backstep_books_age_seconds").orElseThrow()).isNaN();
    assertThat(metrics.sum("backstep_gateway_circuit").orElseThrow()).isNaN();
    assertThat(metrics.quantile("backstep_none", 0.99, NOTHING)).isEmpty();
  }

  @Test
  void readsAQuantileOfWhatHappenedSinceAnEarlierLook() {
    assertThat(metrics.quantile("backstep_outbox_publish_lag_seconds", 0.99, NOTHING))
        .hasValue(0.1);
    assertThat(metrics.quantile("backstep_outbox_publish_lag_seconds", 0.99, metrics)).isEmpty();
    var later = Metrics.parse(TEXT.replace(" 100.0", " 110.0"));
    assertThat(later.quantile("backstep_outbox_publish_lag_seconds", 0.99, metrics)).hasValue(1.0);
  }
}
