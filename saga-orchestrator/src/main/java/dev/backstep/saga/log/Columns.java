package dev.backstep.saga.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns lists into array parameters for {@code unnest}, and columns into values. */
record Columns<T>(Connection connection, List<T> rows) {
  Array text(Function<T, @Nullable Object> value) throws SQLException {
    return array("text", row -> text(value.apply(row)));
  }

  Array array(String type, Function<T, @Nullable Object> value) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
