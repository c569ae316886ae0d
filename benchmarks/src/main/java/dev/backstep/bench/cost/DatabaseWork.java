package dev.backstep.bench.cost;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the database server counted since it was made. Its processes report within a second of the
 * end of their work.
 *
 * @param transactions commits in the services' databases, those that only read included
 * @param walBytes the position in the write-ahead log
 * @param walSyncs how often the log was forced to disk
 */
record DatabaseWork(long transactions, long walBytes, long walSyncs) {
  private static final String READ =
      """
      SELECT (SELECT sum(xact_commit) FROM pg_stat_database WHERE datname = ANY (?)),
             pg_current_wal_lsn() - '0/0'::pg_lsn,
             (SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal')
      """;

  static DatabaseWork read(Connection server, String[] databases) throws SQLException {
    try (var statement = server.prepareStatement(READ)) {
      statement.setArray(1, server.createArrayOf("text", databases));
      try (var row = statement.executeQuery()) {
        row.next();
        return new DatabaseWork(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  DatabaseWork minus(DatabaseWork earlier) {
    return new DatabaseWork(
        transactions - earlier.transactions,
        walBytes - earlier.walBytes,
        walSyncs - earlier.walSyncs);
  }
}
