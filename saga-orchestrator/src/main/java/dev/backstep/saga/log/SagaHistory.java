package dev.backstep.saga.log;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.LogEntry;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the log for people, piece by piece: a saga that has been stuck for a week has a long one.
 */
@Singleton
public final class SagaHistory {
  private static final String COLUMNS =
      "SELECT saga_id, seq, at, event, step, direction, attempt, outcome, reason, sent FROM saga_log ";

  private static final String AFTER =
      COLUMNS + "WHERE saga_id = ? AND seq > ? ORDER BY seq LIMIT ?";

  private static final String OF_MANY = COLUMNS + "WHERE saga_id = ANY (?) ORDER BY saga_id, seq";

  /** The entries of a saga after that one in order, at most so many. */
  public List<LogEntry> after(Transaction tx, UUID saga, long seq, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(AFTER)) {
      select.setObject(1, saga);
      select.setLong(2, seq);
      select.setInt(3, atMost);
      return new ArrayList<>(read(select).getOrDefault(saga, List.of()));
    }
  }

  /** The whole logs of those sagas. */
  public Map<UUID, List<LogEntry>> of(Transaction tx, Collection<UUID> sagas) throws SQLException {
    try (var select = tx.connection().prepareStatement(OF_MANY)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", sagas.toArray()));
      return read(select);
    }
  }

  private static Map<UUID, List<LogEntry>> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new LinkedHashMap<UUID, List<LogEntry>>();
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getObject("saga_id", UUID.class), _ -> new ArrayList<>())
            .add(SagaLog.entry(rows));
      }
      return found;
    }
  }
}
