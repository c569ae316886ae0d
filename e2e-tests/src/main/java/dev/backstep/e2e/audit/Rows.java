package dev.backstep.e2e.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a statement. */
final class Rows {
  /** Some hundred kB: few rounds to the server, and no more of a large table in memory. */
  private static final int AT_A_TIME = 2_000;

  private Rows() {}

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  interface Visitor {
    void see(ResultSet row) throws SQLException;
  }

  /**
   * Shows one row after the other, and holds none of them. Another statement on the same database
   * has to wait for the last.
   *
   * @return how many there were
   */
  static long each(Connection database, String sql, Visitor visitor) throws SQLException {
    try (var _ = Reading.begin(database);
        var statement = database.createStatement()) {
      statement.setFetchSize(AT_A_TIME);
      try (var rows = statement.executeQuery(sql)) {
        long seen = 0;
        while (rows.next()) {
          visitor.see(rows);
          seen++;
        }
        return seen;
      }
    }
  }

  static <T> List<T> of(Connection database, String sql, Reader<T> reader) throws SQLException {
    var all = new ArrayList<T>();
    each(database, sql, row -> all.add(reader.read(row)));
    return all;
  }

  /** Sentences that the statement itself wrote, in its first column. */
  static List<String> sentences(Connection database, String sql) throws SQLException {
    return of(database, sql, row -> row.getString(1));
  }

  /** The one number that the statement answers. */
  static long number(Connection database, String sql) throws SQLException {
    return of(database, sql, row -> row.getLong(1)).getFirst();
  }

  /** Within a transaction alone the driver reads a piece at a time; one that there is, is used. */
  private record Reading(Connection database, boolean isOurs) implements AutoCloseable {
    static Reading begin(Connection database) throws SQLException {
      var reading = new Reading(database, database.getAutoCommit());
      database.setAutoCommit(false);
      return reading;
    }

    @Override
    public void close() throws SQLException {
      if (isOurs) {
        database.rollback();
        database.setAutoCommit(true);
      }
    }
  }
}
