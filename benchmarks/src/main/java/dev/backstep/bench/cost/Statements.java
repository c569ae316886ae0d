package dev.backstep.bench.cost;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Connections;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every statement that PostgreSQL runs, as {@code pg_stat_statements} counts them: one per
 * execution, however many rows it has, with BEGIN and COMMIT. Counting costs a little, so it is off
 * unless asked for.
 */
public final class Statements {
  private static final String LIBRARY = "pg_stat_statements";

  /** One kind of statement; constants do not count as a difference. */
  public record Kind(String database, String text, long calls, double millis, long rows) {}

  private final Layout layout;

  private Statements(Layout layout) {
    this.layout = layout;
  }

  /** Counts from now on. Restarts the server if it does not count yet; services reconnect. */
  public static Statements count(LocalStack stack) {
    var statements = new Statements(stack.layout());
    if (!statements.isLoaded()) {
      statements.execute("ALTER SYSTEM SET shared_preload_libraries = '" + LIBRARY + "'");
      stack.stop(Instance.of(Part.POSTGRES));
      stack.start(Instance.of(Part.POSTGRES));
    }
    statements.execute("CREATE EXTENSION IF NOT EXISTS " + LIBRARY);
    statements.reset();
    return statements;
  }

  private boolean isLoaded() {
    return query("SELECT 1 FROM pg_settings WHERE name = 'pg_stat_statements.max'", _ -> true)
        .contains(true);
  }

  /** Forgets what was counted. */
  public void reset() {
    execute("SELECT pg_stat_statements_reset()");
  }

  /** Of the services, those that took the most time first. */
  public List<Kind> all() {
    return query(
        """
        SELECT datname, regexp_replace(query, '\\s+', ' ', 'g'), calls, total_exec_time, rows
          FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid
         WHERE datname <> 'postgres'
         ORDER BY total_exec_time DESC
        """,
        row ->
            new Kind(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getDouble(4),
                row.getLong(5)));
  }

  private interface Reader<T> {
    T read(java.sql.ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reader<T> reader) {
    try (var server = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER);
        var statement = server.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<T>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void execute(String sql) {
    try (var server = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER);
        var statement = server.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static StackFailure failure(SQLException e) {
    return new StackFailure("PostgreSQL does not count statements: " + e.getMessage(), e);
  }
}
