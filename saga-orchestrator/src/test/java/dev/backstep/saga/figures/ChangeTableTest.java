package dev.backstep.saga.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a table of its own in front of the real one, so that nobody else folds what is in it. */
@QuarkusTest
class ChangeTableTest {
  /** From the fifth time on the driver has a statement that is named, and its plan is kept. */
  private static final int UNTIL_A_PLAN_IS_KEPT = 10;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.jdbc.new-connection-sql")
  String settings;

  @Inject ChangeTable changes;

  private Connection connection;
  private Transaction tx;

  @BeforeEach
  void hideTheRealTable() throws SQLException {
    connection = TestStack.current().superuser(Databases.of(Part.SAGA_ORCHESTRATOR));
    tx = new Open(connection);
    connection.setAutoCommit(false);
    execute(settings);
    execute("CREATE TEMP TABLE saga_change (LIKE saga_change INCLUDING ALL)");
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.close();
  }

  @Test
  void doesNotReadAllForEachChangeWhenItsPlanIsFromAnEmptyTable() throws SQLException {
    execute("SET LOCAL plan_cache_mode = force_generic_plan");
    execute("ANALYZE saga_change");
    for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
      assertThat(changes.take(tx, Fold.BATCH).transactions()).isZero();
    }
    execute(
        """
        INSERT INTO saga_change (sagas, versions, was, became, folded)
        SELECT ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[NULL], ARRAY['RUNNING'], i <= 1000
        FROM generate_series(1, 1100) AS i
        """);
    assertThat(changes.take(tx, Fold.BATCH).transactions()).isEqualTo(Fold.BATCH);
    assertThat(rowsRead()).isLessThan(2 * 1_100);
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long rowsRead() throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT idx_tup_fetch + seq_tup_read FROM pg_stat_xact_user_tables
                WHERE relid = 'pg_temp.saga_change'::regclass
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private record Open(Connection connection) implements Transaction {
    @Override
    public void afterCommit(Runnable action) {
      throw new IllegalStateException("nothing here is ever committed");
    }
  }
}
