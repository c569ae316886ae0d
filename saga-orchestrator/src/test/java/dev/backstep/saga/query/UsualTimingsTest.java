package dev.backstep.saga.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.query.LaneNode.Status;
import dev.backstep.saga.query.UsualTiming.Verdict;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UsualTimingsTest {
  /** So many carvings in this hour, each of some 100 ms. */
  private static final String CARVED =
      """
      INSERT INTO saga_timing (grain, at, what, times, retried, failed, buckets)
      VALUES ('hour', date_trunc('hour', now()), 'carve/do', ?, 0, 0, array_fill(0::bigint, ARRAY[27]) || ?::bigint)
      """;

  @Inject Figures figures;

  @ParameterizedTest
  @CsvSource({
    "100,    90, USUAL, usual",
    "100,   500, SLOW, 4 times slower than usual",
    "100, 5_000, VERY_SLOW, 46 times slower than usual",
    " 19, 5_000, UNKNOWN, too few to compare with"
  })
  void comparesWithTheLastDayWhenThereIsEnoughOfIt(
      long carvings, String tookMs, Verdict verdict, String words) throws SQLException {
    var step = carve(Duration.ofMillis(Long.parseLong(tookMs.replace("_", ""))));
    try (var never = new Uncommitted()) {
      never.carved(carvings);
      assertThat(new UsualTimings(figures).compare(never, List.of(step), Instant.now()))
          .singleElement()
          .satisfies(timing -> {
            assertThat(timing.verdict()).isEqualTo(verdict);
            assertThat(timing.text()).isEqualTo(words);
          });
    }
  }

  private static StepView carve(Duration took) {
    var node = new LaneNode(Status.DONE, "", null, null, took.toMillis(), 1, null, null);
    return new StepView(
        "carve", "pivot", "Carve", null, "carver", node, null, null, "carve", "DONE");
  }

  /** Nobody else sees what is written in it. */
  private record Uncommitted(Connection connection) implements Transaction, AutoCloseable {
    Uncommitted() throws SQLException {
      this(TestStack.current().superuser(Databases.of(Part.SAGA_ORCHESTRATOR)));
      connection.setAutoCommit(false);
    }

    void carved(long times) throws SQLException {
      try (var insert = connection.prepareStatement(CARVED)) {
        insert.setLong(1, times);
        insert.setLong(2, times);
        insert.executeUpdate();
      }
    }

    @Override
    public void afterCommit(Runnable action) {
      throw new IllegalStateException("nothing is ever committed");
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }
}
