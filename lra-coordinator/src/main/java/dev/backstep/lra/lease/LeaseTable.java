package dev.backstep.lra.lease;

import dev.backstep.lra.narayana.StoreConnections;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** The one row of the lease. All times are the database's own. */
@Singleton
class LeaseTable {
  // A lease under our own name is that of our process before a restart: ours at once.
  private static final String TAKE =
      """
      UPDATE lease SET holder = ?, epoch = epoch + 1, expires_at = clock_timestamp() + ? * interval '1 ms'
      WHERE holder = ? OR expires_at < clock_timestamp()
      RETURNING epoch
      """;

  // Also after it expired: as long as nobody else took it, nothing has happened.
  private static final String RENEW =
      "UPDATE lease SET expires_at = clock_timestamp() + ? * interval '1 ms' WHERE epoch = ?";

  private static final String GIVE_BACK =
      "UPDATE lease SET expires_at = '-infinity' WHERE epoch = ?";

  /** What an earlier holder still has open cannot write any more; new ones are fenced by epoch. */
  private static final String EVICT =
      """
      SELECT count(*) FILTER (WHERE NOT pg_terminate_backend(pid, ?)) FROM pg_stat_activity
      WHERE usename = current_user AND datname = current_database() AND application_name = ?
      """;

  /** A session that waits for nothing ends within milliseconds. */
  private static final Duration EVICTION = Duration.ofSeconds(2);

  private final AgroalDataSource database;

  LeaseTable(AgroalDataSource database) {
    this.database = database;
  }

  /** The epoch, when the lease was free or ours, and nobody else can write any more. */
  OptionalLong take(String holder, Duration duration) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(TAKE)) {
      update.setString(1, holder);
      update.setLong(2, duration.toMillis());
      update.setString(3, holder);
      try (var row = update.executeQuery()) {
        if (!row.next()) {
          return OptionalLong.empty();
        }
        long epoch = row.getLong(1);
        return evictOthers() ? OptionalLong.of(epoch) : OptionalLong.empty();
      }
    }
  }

  private boolean evictOthers() throws SQLException {
    try (var connection = database.getConnection();
        var evict = connection.prepareStatement(EVICT)) {
      evict.setLong(1, EVICTION.toMillis());
      evict.setString(2, StoreConnections.APPLICATION);
      try (var row = evict.executeQuery()) {
        return row.next() && row.getLong(1) == 0;
      }
    }
  }

  /** False when somebody else has taken it. */
  boolean renew(long epoch, Duration duration) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(RENEW)) {
      update.setLong(1, duration.toMillis());
      update.setLong(2, epoch);
      return update.executeUpdate() == 1;
    }
  }

  /** Lets the next one in at once. */
  void giveBack(long epoch) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(GIVE_BACK)) {
      update.setLong(1, epoch);
      update.executeUpdate();
    }
  }
}
