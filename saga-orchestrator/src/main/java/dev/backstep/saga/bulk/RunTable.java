package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.OperatorAction;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps bulk runs. */
@Singleton
class RunTable {
  private static final String INSERT =
      """
      INSERT INTO bulk_run (id, action, state, operator, frozen_at, expires_at, cut, will_run, changed_at)
      VALUES (?, ?, 'previewed', ?, ?, ?, ?, ?, ?)
      """;

  private static final String COLUMNS = "SELECT * FROM bulk_run ";

  private static final String FIND = COLUMNS + "WHERE id = ?";

  private static final String LOCK = FIND + " FOR UPDATE";

  /** The newest one: several may run, one is shown. */
  private static final String RUNNING =
      COLUMNS + "WHERE state = 'running' ORDER BY id DESC LIMIT 1";

  private static final String LOCK_NEXT =
      COLUMNS
          + """
          WHERE state = 'running' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
          """;

  private static final String START =
      "UPDATE bulk_run SET state = 'running', reason = ?, started_at = ?, changed_at = ? WHERE id = ?";

  private static final String END =
      "UPDATE bulk_run SET state = ?, ended_at = ?, changed_at = ? WHERE id = ?";

  private static final String COUNT =
      """
      UPDATE bulk_run SET accepted = accepted + ?, moved = moved + ?, refused = refused + ?, changed_at = ? WHERE id = ?
      """;

  private static final String FORGET =
      "UPDATE bulk_run SET state = 'expired', changed_at = ? WHERE state = 'previewed' AND expires_at < ?";

  void insert(Transaction tx, Run run) throws SQLException {
    try (var insert = tx.connection().prepareStatement(INSERT)) {
      insert.setObject(1, run.id());
      insert.setString(2, run.action().wireName());
      insert.setString(3, run.operator());
      insert.setObject(4, at(run.frozenAt()));
      insert.setObject(5, at(run.expiresAt()));
      insert.setBoolean(6, run.cut());
      insert.setLong(7, run.willRun());
      insert.setObject(8, at(run.frozenAt()));
      insert.executeUpdate();
    }
  }

  Optional<Run> find(Transaction tx, UUID id) throws SQLException {
    return one(tx, FIND, id);
  }

  Optional<Run> lock(Transaction tx, UUID id) throws SQLException {
    return one(tx, LOCK, id);
  }

  Optional<Run> running(Transaction tx) throws SQLException {
    return one(tx, RUNNING, null);
  }

  Optional<Run> lockNext(Transaction tx) throws SQLException {
    return one(tx, LOCK_NEXT, null);
  }

  void start(Transaction tx, UUID id, String reason, Instant now) throws SQLException {
    try (var update = tx.connection().prepareStatement(START)) {
      update.setString(1, reason);
      update.setObject(2, at(now));
      update.setObject(3, at(now));
      update.setObject(4, id);
      update.executeUpdate();
    }
  }

  void end(Transaction tx, UUID id, RunState state, Instant now) throws SQLException {
    try (var update = tx.connection().prepareStatement(END)) {
      update.setString(1, state.stored());
      update.setObject(2, at(now));
      update.setObject(3, at(now));
      update.setObject(4, id);
      update.executeUpdate();
    }
  }

  void count(Transaction tx, UUID id, Verdict verdict, Instant now) throws SQLException {
    try (var update = tx.connection().prepareStatement(COUNT)) {
      update.setLong(1, verdict == Verdict.ACCEPTED ? 1 : 0);
      update.setLong(2, verdict == Verdict.MOVED ? 1 : 0);
      update.setLong(3, verdict == Verdict.REFUSED ? 1 : 0);
      update.setObject(4, at(now));
      update.setObject(5, id);
      update.executeUpdate();
    }
  }

  /** Those that nobody started in time. */
  void forget(Transaction tx, Instant now) throws SQLException {
    try (var update = tx.connection().prepareStatement(FORGET)) {
      update.setObject(1, at(now));
      update.setObject(2, at(now));
      update.executeUpdate();
    }
  }

  private static Optional<Run> one(Transaction tx, String sql, @Nullable UUID id)
      throws SQLException {
    try (var select = tx.connection().prepareStatement(sql)) {
      if (id != null) {
        select.setObject(1, id);
      }
      return one(select);
    }
  }

  private static Optional<Run> one(PreparedStatement select) throws SQLException {
    try (var row = select.executeQuery()) {
      return row.next() ? Optional.of(run(row)) : Optional.empty();
    }
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        OperatorAction.ofWireName(row.getString("action")).orElseThrow(),
        RunState.ofStored(row.getString("state")),
        row.getString("operator"),
        row.getString("reason"),
        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "ended_at"),
        row.getBoolean("cut"),
        row.getLong("will_run"),
        row.getLong("accepted"),
        row.getLong("moved"),
        row.getLong("refused"));
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
