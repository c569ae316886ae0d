package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what is open, late or waiting. */
@Singleton
class Consistency {
  /** A timer looks twice a second. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String BY_STATE = "SELECT state, count(*) FROM saga GROUP BY state";

  private static final String REST =
      """
      SELECT (SELECT count(*) FROM saga WHERE due_at < ? AND state <> 'STUCK') AS late,
             (SELECT count(*) FROM outbox) AS pending,
             (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox) AS oldest,
             (SELECT count(*) FROM dead_letter WHERE replays = 0) AS dead
      """;

  private final Transactions transactions;
  private final InstantSource time;

  Consistency(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  ConsistencyView look() {
    return transactions.call(this::look);
  }

  private ConsistencyView look(Transaction tx) throws SQLException {
    var now = time.instant();
    var sagas = byState(tx);
    try (var select = tx.connection().prepareStatement(REST)) {
      select.setObject(1, now.minus(GRACE).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        row.next();
        return new ConsistencyView(
            now,
            sagas,
            row.getLong("late"),
            row.getLong("pending"),
            row.getDouble("oldest"),
            row.getLong("dead"));
      }
    }
  }

  private static Map<String, Long> byState(Transaction tx) throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    for (var state : SagaState.values()) {
      counts.put(state.name(), 0L);
    }
    try (var select = tx.connection().prepareStatement(BY_STATE);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }
}
