package dev.backstep.saga.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.saga.testing.ManySagas;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManySagasOverviewTest {
  private static final Logger LOG = Logger.getLogger(ManySagasOverviewTest.class);
  private static final Duration MOST = Duration.ofMillis(150);

  private static final String SCANNED =
      """
      SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_xact_user_tables
      WHERE relname IN ('saga', 'saga_log', 'saga_key', 'saga_amount')
      """;

  @Inject OverviewReader overview;

  @Test
  void theOverviewReadsKeptFiguresAndIsQuick() throws SQLException {
    try (var many = ManySagas.stored()) {
      var before = scanned(many);
      for (var window : Window.values()) {
        var best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
          var began = System.nanoTime();
          overview.read(many, window, Instant.now());
          var took = Duration.ofNanos(System.nanoTime() - began);
          best = took.compareTo(best) < 0 ? took : best;
        }
        LOG.infof(
            "overview %s of %d sagas: %.1f ms",
            window.wireName(), ManySagas.COUNT, best.toNanos() / 1e6);
        assertThat(best).isLessThan(MOST);
      }
      assertThat(scanned(many)).isEqualTo(before);
    }
  }

  private static long scanned(ManySagas many) throws SQLException {
    try (var select = many.connection().prepareStatement(SCANNED);
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
