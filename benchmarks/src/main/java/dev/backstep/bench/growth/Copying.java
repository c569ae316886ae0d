package dev.backstep.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies what one table holds, many times. The columns are looked up, so that a table may gain some
 * without this knowing.
 */
final class Copying {
  /** A few hundred thousand rows in a transaction: no long silence, and few commits. */
  static final int COPIES_AT_A_TIME = 100;

  private static final String COLUMNS =
      """
      SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
       WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       ORDER BY attnum
      """;

  private final Connection database;
  private final History history;
  private final Duration period;

  Copying(Connection database, History history, Duration period) {
    this.database = database;
    this.history = history;
    this.period = period;
  }

  /** Keeps what is there now as the original. */
  void takeOriginal() throws SQLException {
    execute("CREATE TEMP TABLE original_%1$s AS SELECT * FROM %1$s".formatted(history.table()));
  }

  /** Inserts the copies with these numbers. */
  void copy(long first, long last) throws SQLException {
    execute(
        """
        INSERT INTO %1$s (%2$s)
        SELECT %3$s FROM generate_series(%4$d, %5$d) AS copy, original_%1$s
        """
            .formatted(history.table(), names(), String.join(", ", expressions()), first, last));
  }

  private String names() throws SQLException {
    return String.join(", ", columns().stream().map(Column::name).toList());
  }

  private List<String> expressions() throws SQLException {
    return columns().stream().map(this::expression).toList();
  }

  private String expression(Column column) {
    return switch (column.type()) {
      case "uuid" -> "pg_temp.shifted(%s, copy)".formatted(column.name());
      case "timestamp with time zone" ->
          "%s - copy * interval '%d ms'".formatted(column.name(), period.toMillis());
      default ->
          history.isUnique(column.name())
              ? "%s || '-' || copy".formatted(column.name())
              : column.name();
    };
  }

  private record Column(String name, String type) {}

  private List<Column> columns() throws SQLException {
    try (var statement = database.prepareStatement(COLUMNS)) {
      statement.setString(1, history.table());
      try (var rows = statement.executeQuery()) {
        var columns = new ArrayList<Column>();
        while (rows.next()) {
          columns.add(new Column(rows.getString(1), rows.getString(2)));
        }
        return columns;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
