package dev.backstep.e2e.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a statement. */
final class Rows {
  private Rows() {}

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> of(Connection database, String sql, Reader<T> reader) throws SQLException {
    var all = new ArrayList<T>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(reader.read(rows));
      }
    }
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
}
