package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Reads what moved since the last fold. */
@Singleton
class ChangeTable {
  /** Those who watch have seen it by then: they look several times a second. */
  static final Duration KEPT = Duration.ofSeconds(10);

  private static final String LOCK = "SELECT 1 FROM fold FOR UPDATE SKIP LOCKED";

  // An array, not IN: a plan made while the table was empty would join, and read for each row the
  // whole table again.
  private static final String FOLD =
      """
      WITH taken AS (
        UPDATE saga_change SET folded = true
        WHERE id = ANY (ARRAY(SELECT id FROM saga_change WHERE NOT folded ORDER BY id LIMIT ?))
        RETURNING id, at, sagas, was, became
      )
      SELECT t.id, m.saga, m.was, m.became, t.at
      FROM taken t LEFT JOIN LATERAL unnest(t.sagas, t.was, t.became) AS m(saga, was, became)
        ON m.was IS DISTINCT FROM m.became
      ORDER BY t.id
      """;

  private static final String FORGET =
      "DELETE FROM saga_change WHERE folded AND at < clock_timestamp() - make_interval(secs => ?)";

  // By the key: its index knows which rows are dead, the table would be walked through them.
  private static final String ANY = "SELECT 1 FROM saga_change ORDER BY id LIMIT 1";

  /** Whether anything moved lately. */
  boolean hasAny(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(ANY);
        var row = select.executeQuery()) {
      return row.next();
    }
  }

  /** Whether this transaction is the one that folds now. */
  boolean lock(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK);
        var row = select.executeQuery()) {
      return row.next();
    }
  }

  /**
   * What came into another state, each move once.
   *
   * @param transactions how many transactions made them
   */
  record Taken(int transactions, List<Move> moves) {}

  /** The moves of so many transactions, which count as folded from now on. */
  Taken take(Transaction tx, int atMost) throws SQLException {
    try (var update = tx.connection().prepareStatement(FOLD)) {
      update.setInt(1, atMost);
      try (var rows = update.executeQuery()) {
        var transactions = new HashSet<Long>();
        var moves = new ArrayList<Move>();
        while (rows.next()) {
          transactions.add(rows.getLong("id"));
          if (rows.getString("saga") != null) {
            moves.add(move(rows));
          }
        }
        return new Taken(transactions.size(), moves);
      }
    }
  }

  void forget(Transaction tx) throws SQLException {
    try (var delete = tx.connection().prepareStatement(FORGET)) {
      delete.setDouble(1, (double) KEPT.toSeconds());
      delete.executeUpdate();
    }
  }

  static Move move(ResultSet row) throws SQLException {
    var was = row.getString("was");
    return new Move(
        row.getObject("saga", UUID.class),
        was == null ? null : SagaState.valueOf(was),
        SagaState.valueOf(row.getString("became")),
        instant(row));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
