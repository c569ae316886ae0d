package dev.backstep.saga.retention;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Moves finished sagas out of the way. The database itself decides which: the log is append only
 * for this service, and only the owner's functions remove from it.
 */
@Singleton
class Archive {
  private static final String KEEP = "SELECT archive_sagas(?, ?)";
  private static final String DROP = "SELECT drop_archived_sagas(?, ?)";

  /** Moves so many of each final state to the archive; returns how many it were. */
  int keep(Transaction tx, Instant endedBefore, int atMost) throws SQLException {
    return call(tx, KEEP, endedBefore, atMost);
  }

  /** Removes so many from the archive, for good; returns how many it were. */
  int drop(Transaction tx, Instant endedBefore, int atMost) throws SQLException {
    return call(tx, DROP, endedBefore, atMost);
  }

  private static int call(Transaction tx, String sql, Instant endedBefore, int atMost)
      throws SQLException {
    try (var select = tx.connection().prepareStatement(sql)) {
      select.setObject(1, endedBefore.atOffset(ZoneOffset.UTC));
      select.setInt(2, atMost);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
