package dev.backstep.saga.operations;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.Outcome;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operator log. What came of an act on a saga stands in the saga's own log, behind the
 * entry that the act made; what came of a letter, in the letters.
 */
@Singleton
public final class OperatorLogView {
  private static final String SELECT =
      """
      SELECT o.*, e.outcome AS came, e.at AS came_at, s.state, s.updated_at,
             (SELECT b.state FROM bulk_run b WHERE b.id = o.bulk_id AND o.saga_id IS NULL) AS bulk_state,
             (SELECT min(again.arrived_at) FROM dead_letter d JOIN dead_letter again
                ON again.message_id = d.message_id AND again.service = d.service AND again.arrived_at > o.at
              WHERE d.id = o.dead_letter_id AND o.action = 'replay') AS died_again_at
      FROM operator_log o
      LEFT JOIN saga s ON s.id = o.saga_id
      LEFT JOIN LATERAL (
        SELECT outcome, at FROM saga_log
        WHERE saga_id = o.saga_id AND seq > o.saga_seq AND step || '/' || direction = o.command
          AND outcome IN ('DONE', 'REFUSED', 'UNDONE', 'RESENT', 'TIMED_OUT', 'STUCK')
        ORDER BY seq LIMIT 1
      ) e ON true
      """;

  private static final String PAGE =
      SELECT
          + """
          WHERE (?::uuid IS NULL OR o.id < ?::uuid) AND (?::text IS NULL OR o.operator = ?::text)
            AND (CASE WHEN ?::uuid IS NULL THEN o.bulk_id IS NULL OR num_nonnulls(o.saga_id, o.dead_letter_id) = 0
                      ELSE o.saga_id = ?::uuid END)
          ORDER BY o.id DESC LIMIT ?
          """;

  private static final String OF_SAGA = SELECT + "WHERE o.saga_id = ? ORDER BY o.id DESC LIMIT ?";

  /** The newest acts on a saga, at most so many. */
  public List<OperatorEntry> ofSaga(Transaction tx, UUID saga, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(OF_SAGA)) {
      select.setObject(1, saga);
      select.setInt(2, atMost);
      return read(select);
    }
  }

  /** The newest acts; parts of bulk runs are left out unless a saga is named. */
  List<OperatorEntry> page(
      Transaction tx,
      Optional<UUID> before,
      @Nullable String operator,
      @Nullable UUID saga,
      int atMost)
      throws SQLException {
    try (var select = tx.connection().prepareStatement(PAGE)) {
      select.setObject(1, before.orElse(null));
      select.setObject(2, before.orElse(null));
      select.setString(3, operator);
      select.setString(4, operator);
      select.setObject(5, saga);
      select.setObject(6, saga);
      select.setInt(7, atMost);
      return read(select);
    }
  }

  private static List<OperatorEntry> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<OperatorEntry>();
      while (rows.next()) {
        found.add(entry(rows));
      }
      return found;
    }
  }

  private static OperatorEntry entry(ResultSet row) throws SQLException {
    var action = row.getString("action");
    var came = came(row, action);
    return new OperatorEntry(
        row.getObject("id", UUID.class),
        instant(row, "at"),
        row.getString("operator"),
        action,
        ActionWords.title(action, row.getString("command")),
        row.getObject("saga_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getObject("dead_letter_id", UUID.class),
        row.getObject("bulk_id", UUID.class),
        row.getString("reason"),
        row.getString("before"),
        row.getString("after"),
        came.outcome(),
        came.text(),
        came.at());
  }

  private static Came came(ResultSet row, String action) throws SQLException {
    var state = row.getString("state");
    var entry = row.getString("came");
    return switch (action) {
      case "retry", "retry-with-deadline" ->
          entry == null
              ? Came.open()
              : Came.ofRetry(Outcome.valueOf(entry), instant(row, "came_at"));
      case "compensate" -> Came.ofTurningBack(state, instant(row, "updated_at"));
      case "replay" -> Came.ofReplay(instantOrNull(row, "died_again_at"));
      case "bulk-retry", "bulk-compensate" -> Came.ofBulk(row.getString("bulk_state"));
      default -> Came.atOnce(instant(row, "at"));
    };
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : instant(row, column);
  }
}
