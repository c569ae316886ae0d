package dev.backstep.saga.live;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The newest of what is not about sagas: enough to see that something was added.
 *
 * @param deadLetters the last few letters
 * @param operatorLog the last few acts
 * @param bulk when a bulk run last moved
 */
record Marks(@Nullable String deadLetters, @Nullable String operatorLog, @Nullable String bulk) {
  private static final String READ =
      """
      SELECT (SELECT string_agg(id::text, ',') FROM (SELECT id FROM dead_letter ORDER BY id DESC LIMIT 3) d),
             (SELECT string_agg(id::text, ',') FROM (SELECT id FROM operator_log ORDER BY id DESC LIMIT 3) o),
             (SELECT max(changed_at)::text FROM (SELECT changed_at FROM bulk_run ORDER BY id DESC LIMIT 10) b)
      """;

  static Marks read(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(READ);
        var row = select.executeQuery()) {
      row.next();
      return new Marks(row.getString(1), row.getString(2), row.getString(3));
    }
  }
}
