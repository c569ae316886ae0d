package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import java.sql.SQLException;
import java.time.Duration;

/** What can be done to a running replica, to see how its readers bear it. */
public record Replica(Layout layout) {
  /**
   * From now on commits become visible on the replica that much later than on the primary; zero
   * ends it. The replica remembers it over restarts.
   */
  public void delay(Duration delay) {
    execute(
        "ALTER SYSTEM SET recovery_min_apply_delay = '%dms'".formatted(delay.toMillis()),
        "SELECT pg_reload_conf()");
  }

  /** Stands still until {@link #resume}; what arrives is kept. */
  public void pause() {
    execute("SELECT pg_wal_replay_pause()");
  }

  public void resume() {
    execute("SELECT pg_wal_replay_resume()");
  }

  /**
   * Makes it a primary of its own, on a new timeline. Its next start copies it from the primary
   * again.
   */
  public void promote() {
    execute("SELECT pg_promote()");
  }

  private void execute(String... statements) {
    try (var connection =
            Connections.open(
                layout, Part.POSTGRES_REPLICA, Databases.SUPERUSER, Databases.SUPERUSER);
        var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new StackFailure(
          "The replica did not obey (%s): ./backstep start %s"
              .formatted(e.getMessage(), Part.POSTGRES_REPLICA.label()),
          e);
    }
  }
}
