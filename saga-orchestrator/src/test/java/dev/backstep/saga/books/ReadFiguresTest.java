package dev.backstep.saga.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadFiguresTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void saysNothingWhereThereIsNoReplicaAndNoCache() {
    assertThat(ReadFigures.of(List.of(look("backstep_outbox_pending 0\n")))).isNull();
  }

  @Test
  void tellsHowFarAReplicaIsBehindAndWhatThatMeans() {
    assertThat(line("backstep_replica_delay_seconds{replica=\"one\"} 0.012\n"))
        .extracting(BookLine::health, BookLine::value)
        .containsExactly(Health.HOLDS, "12 ms");
    assertThat(line("backstep_replica_delay_seconds{replica=\"one\"} 5.0\n"))
        .extracting(BookLine::health, BookLine::value)
        .containsExactly(Health.EXPLAINED, "5 s");
    assertThat(line("backstep_replica_delay_seconds{replica=\"one\"} NaN\n"))
        .extracting(BookLine::health, BookLine::value)
        .containsExactly(Health.BROKEN, "away");
  }

  @Test
  void countsReadsAndHitsOverAllInstances() {
    var one =
        Metrics.parse(
            """
            backstep_reads_total{reason="fresh",target="one"} 90
            backstep_reads_total{reason="replica-behind",target="primary"} 10
            backstep_cache_total{event="hit"} 3
            """);
    var two =
        Metrics.parse(
            "backstep_reads_total{reason=\"fresh\",target=\"one\"} 100\nbackstep_cache_total{event=\"miss\"} 1\n");
    var look = new Look("order-service", NOW, List.of(one, two), List.of(one, two), "");
    assertThat(ReadFigures.of(List.of(look)))
        .extracting(BookLine::value)
        .containsExactly("95.0 %", "75.0 %");
  }

  private static BookLine line(String text) {
    return Objects.requireNonNull(ReadFigures.of(List.of(look(text)))).getFirst();
  }

  private static Look look(String text) {
    var metrics = Metrics.parse(text);
    return new Look("order-service", NOW, List.of(metrics), List.of(metrics), "");
  }
}
