package dev.backstep.bench.growth;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Waits until the replica has done what was written on the primary, and has put it on its disk: a
 * past of months left no such work behind, and what it costs is not to be measured.
 */
final class Replay {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** Some gigabytes a minute are replayed; a replica that is this far behind does not come. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String WRITTEN = "SELECT pg_current_wal_lsn()";

  private Replay() {}

  static void await(Layout layout) throws SQLException {
    try (var primary = connect(layout, Part.POSTGRES);
        var replica = connect(layout, Part.POSTGRES_REPLICA)) {
      var missing =
          "SELECT pg_wal_lsn_diff('%s', pg_last_wal_replay_lsn())"
              .formatted(text(primary, WRITTEN));
      await(replica, missing);
      try (var statement = replica.createStatement()) {
        statement.execute("CHECKPOINT");
      }
    }
  }

  private static void await(Connection replica, String missing) throws SQLException {
    var deadline = System.nanoTime() + LONGEST.toNanos();
    while (Double.parseDouble(text(replica, missing)) > 0) {
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "the replica has not caught up within %d min".formatted(LONGEST.toMinutes()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while the replica caught up", e);
    }
  }

  private static String text(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(Layout layout, Part server) throws SQLException {
    return Connections.open(layout, server, Databases.SUPERUSER, Databases.SUPERUSER);
  }
}
