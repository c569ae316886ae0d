package dev.backstep.saga.lra;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attempts, which are also the queue of what is to be done. All times are the database's. */
final class AttemptTable {
  private static final String COLUMNS =
      " a.saga_id, a.step, a.number, a.wanted, a.body, a.lra, a.ended, a.tries, a.traceparent ";

  // No ON CONFLICT: two that begin the same attempt are a bug.
  private static final String INSERT =
      """
      INSERT INTO lra_attempt (saga_id, step, number, wanted, body, traceparent, due_at)
      VALUES (?, ?, ?, 'do', ?, ?, now() + ? * interval '1 millisecond')
      """;

  private static final String LOCK =
      "SELECT"
          + COLUMNS
          + "FROM lra_attempt a WHERE a.saga_id = ? AND a.step = ? ORDER BY a.number FOR UPDATE";

  private static final String OF_SAGA =
      "SELECT"
          + COLUMNS
          + "FROM lra_attempt a WHERE a.saga_id = ? ORDER BY a.step, a.number LIMIT 50";

  // now() and not clock_timestamp(): only a stable function can use the index.
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT saga_id, step, number FROM lra_attempt WHERE due_at <= now()
        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      UPDATE lra_attempt a SET due_at = now() + ? * interval '1 millisecond', claimed_by = ?
      FROM due
      WHERE a.saga_id = ANY (ARRAY[due.saga_id]) AND a.step = due.step AND a.number = due.number
      RETURNING
      """
          + COLUMNS;

  private static final String RECLAIM =
      "UPDATE lra_attempt SET due_at = now() WHERE claimed_by = ? AND due_at > now()";

  private static final String WANT =
      """
      UPDATE lra_attempt SET wanted = ?, due_at = now(), tries = 0
      WHERE saga_id = ? AND step = ? AND ended IS NULL
      """;

  private static final String END =
      """
      UPDATE lra_attempt SET wanted = ?, due_at = now(), tries = 0
      WHERE wanted = 'do' AND saga_id = ANY (?)
      """;

  private static final String END_ORPHANS =
      """
      UPDATE lra_attempt a
      SET wanted = CASE WHEN EXISTS (SELECT FROM saga s WHERE s.id = a.saga_id AND s.state = 'COMPLETED')
                        THEN 'close' ELSE 'drop' END,
          due_at = now(), tries = 0
      WHERE a.wanted = 'do' AND a.due_at IS NULL AND a.ended IS NULL
        AND NOT EXISTS (SELECT FROM saga s
                        WHERE s.id = a.saga_id AND s.state NOT IN ('COMPLETED', 'COMPENSATED', 'RESOLVED'))
      """;

  private static final String STARTED =
      """
      UPDATE lra_attempt SET lra = ?
      WHERE saga_id = ? AND step = ? AND number = ? AND wanted = 'do' AND lra IS NULL
      """;

  private static final String ANSWERED =
      """
      UPDATE lra_attempt SET wanted = ?, body = NULL, due_at = CASE ? WHEN 'do' THEN NULL ELSE now() END
      WHERE saga_id = ? AND step = ? AND number = ?
      """;

  private static final String ENDED =
      """
      UPDATE lra_attempt SET ended = ?, ended_at = now(), body = NULL, due_at = NULL, claimed_by = NULL
      WHERE saga_id = ? AND step = ? AND number = ?
      """;

  private static final String LATER =
      """
      UPDATE lra_attempt SET tries = tries + 1, due_at = now() + ? * interval '1 millisecond'
      WHERE saga_id = ? AND step = ? AND number = ? AND due_at IS NOT NULL AND wanted = ?
      """;

  private static final String NOT_BEGUN =
      """
      SELECT saga_id || '/' || step || '/do' FROM lra_attempt
      WHERE wanted = 'do' AND lra IS NULL AND saga_id = ANY (?)
      """;

  private static final String OPEN =
      "SELECT lra FROM lra_attempt WHERE lra = ANY (?) AND ended IS NULL";

  private static final String ANY_DUE =
      "SELECT 1 FROM lra_attempt WHERE due_at IS NOT NULL LIMIT 1";

  private AttemptTable() {}

  static void insert(Transaction tx, Attempt attempt, Duration pause) throws SQLException {
    try (var insert = tx.connection().prepareStatement(INSERT)) {
      int next = key(insert, 1, attempt);
      insert.setBytes(next, attempt.body());
      insert.setString(next + 1, attempt.traceparent());
      insert.setLong(next + 2, pause.toMillis());
      insert.executeUpdate();
    }
  }

  /** All attempts of a step, first to last; nobody else changes them until the transaction ends. */
  static List<Attempt> lock(Transaction tx, UUID saga, String step) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK)) {
      select.setObject(1, saga);
      select.setString(2, step);
      return read(select);
    }
  }

  /** All attempts of a saga, without locking them. */
  static List<Attempt> of(Transaction tx, UUID saga) throws SQLException {
    try (var select = tx.connection().prepareStatement(OF_SAGA)) {
      select.setObject(1, saga);
      return read(select);
    }
  }

  /** Takes what is due, and keeps others away from it for that long. */
  static List<Attempt> claim(Transaction tx, int atMost, Duration claim, String owner)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(CLAIM)) {
      update.setInt(1, atMost);
      update.setLong(2, claim.toMillis());
      update.setString(3, owner);
      return read(update);
    }
  }

  /** Ends the claims that an earlier life of this process left behind. */
  static void reclaim(Transaction tx, String owner) throws SQLException {
    try (var update = tx.connection().prepareStatement(RECLAIM)) {
      update.setString(1, owner);
      update.executeUpdate();
    }
  }

  /** Of all attempts of the step that are open. */
  static void want(Transaction tx, UUID saga, String step, Wanted wanted) throws SQLException {
    try (var update = tx.connection().prepareStatement(WANT)) {
      update.setString(1, wanted.column());
      update.setObject(2, saga);
      update.setString(3, step);
      update.executeUpdate();
    }
  }

  /** Of the attempts of those sagas that stand, or are under way. */
  static int end(Transaction tx, Collection<UUID> sagas, Wanted wanted) throws SQLException {
    try (var update = tx.connection().prepareStatement(END)) {
      update.setString(1, wanted.column());
      update.setArray(2, tx.connection().createArrayOf("uuid", sagas.toArray()));
      return update.executeUpdate();
    }
  }

  /** The same for every attempt that stands although its saga is over, or is not there. */
  static int endOrphans(Transaction tx) throws SQLException {
    try (var update = tx.connection().prepareStatement(END_ORPHANS)) {
      return update.executeUpdate();
    }
  }

  /** False when it is no longer wanted, or somebody else has started one for it. */
  static boolean started(Transaction tx, Attempt attempt, String lra) throws SQLException {
    try (var update = tx.connection().prepareStatement(STARTED)) {
      update.setString(1, lra);
      key(update, 2, attempt);
      return update.executeUpdate() == 1;
    }
  }

  /** What it was sent is not needed any more. */
  static void answered(Transaction tx, Attempt attempt, Wanted next) throws SQLException {
    try (var update = tx.connection().prepareStatement(ANSWERED)) {
      update.setString(1, next.column());
      update.setString(2, next.column());
      key(update, 3, attempt);
      update.executeUpdate();
    }
  }

  static void ended(Transaction tx, Attempt attempt, String how) throws SQLException {
    try (var update = tx.connection().prepareStatement(ENDED)) {
      update.setString(1, how);
      key(update, 2, attempt);
      update.executeUpdate();
    }
  }

  /** Unless something else is wanted meanwhile. */
  static void later(Transaction tx, Attempt attempt, Duration pause) throws SQLException {
    try (var update = tx.connection().prepareStatement(LATER)) {
      update.setLong(1, pause.toMillis());
      int next = key(update, 2, attempt);
      update.setString(next, attempt.wanted().column());
      update.executeUpdate();
    }
  }

  static Set<String> notBegun(Transaction tx, Collection<UUID> sagas) throws SQLException {
    return texts(tx, NOT_BEGUN, "uuid", sagas);
  }

  /** Which of those LRAs belong to an attempt that is open. */
  static Set<String> open(Transaction tx, Collection<String> lras) throws SQLException {
    return texts(tx, OPEN, "text", lras);
  }

  static boolean anyDue(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(ANY_DUE);
        var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  static Optional<Attempt> same(List<Attempt> all, Attempt attempt) {
    return all.stream().filter(attempt::isSame).findFirst();
  }

  private static Set<String> texts(Transaction tx, String sql, String type, Collection<?> values)
      throws SQLException {
    var found = new HashSet<String>();
    try (var select = tx.connection().prepareStatement(sql)) {
      select.setArray(1, tx.connection().createArrayOf(type, values.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private static int key(PreparedStatement statement, int first, Attempt attempt)
      throws SQLException {
    statement.setObject(first, attempt.saga());
    statement.setString(first + 1, attempt.step());
    statement.setInt(first + 2, attempt.number());
    return first + 3;
  }

  private static List<Attempt> read(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var found = new ArrayList<Attempt>();
      while (rows.next()) {
        found.add(attempt(rows));
      }
      return found;
    }
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    byte @Nullable [] body = row.getBytes("body");
    return new Attempt(
        row.getObject("saga_id", UUID.class),
        row.getString("step"),
        row.getInt("number"),
        Wanted.ofColumn(row.getString("wanted")),
        body,
        row.getString("lra"),
        row.getString("ended"),
        row.getInt("tries"),
        row.getString("traceparent"));
  }
}
