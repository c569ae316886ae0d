package dev.backstep.saga.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import dev.backstep.messaging.transaction.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** On a table of its own in front of the real one, so that nobody else folds what is in it. */
@QuarkusTest
class ChangeTableTest {
  /** From the fifth time on the driver has a statement that is named, and its plan is kept. */
  private static final int UNTIL_A_PLAN_IS_KEPT = 10;

  @Inject ChangeTable changes;

  @Test
  void doesNotReadAllForEachChangeWhenItsPlanIsFromAnEmptyTable() throws SQLException {
    try (var plans = EmptyTablePlans.ofThisService("saga_change")) {
      plans.connection().setAutoCommit(false);
      doesNotReadAllForEachChange(new Open(plans.connection()));
    }
  }

  private void doesNotReadAllForEachChange(Transaction tx) throws SQLException {
    for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
      assertThat(changes.take(tx, Fold.BATCH).transactions()).isZero();
    }
    fill(tx.connection());
    assertThat(changes.take(tx, Fold.BATCH).transactions()).isEqualTo(Fold.BATCH);
    assertThat(rowsRead(tx.connection())).isLessThan(2 * 1_100);
  }

  private static void fill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO saga_change (sagas, versions, was, became, folded)
          SELECT ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[NULL], ARRAY['RUNNING'], i <= 1000
          FROM generate_series(1, 1100) AS i
          """);
    }
  }

  private static long rowsRead(Connection connection) throws SQLException {
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
