package dev.backstep.messaging.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes that wait to travel together. The driver sends the statements of one text in a row and
 * waits once; the server passes over all that follows one that failed, COMMIT included.
 */
final class Flight {
  private static final String NEXT = ";\n";
  private static final String COMMIT = NEXT + "COMMIT";

  private final List<Write> waiting = new ArrayList<>();

  void add(Write write) {
    if (waiting.stream().noneMatch(each -> each.absorbs(write))) {
      waiting.add(write);
    }
  }

  /** Sends what waits, if anything does. */
  void send(Connection connection) throws SQLException {
    if (!waiting.isEmpty()) {
      send(connection, "");
    }
  }

  /** Sends what waits, and the commit with it. */
  void commit(Connection connection) throws SQLException {
    if (!waiting.isEmpty()) {
      send(connection, COMMIT);
    }
    connection.commit(); // travels only if nothing else has
  }

  private void send(Connection connection, String end) throws SQLException {
    var writes = List.copyOf(waiting);
    waiting.clear();
    var sql = writes.stream().map(Write::sql).collect(Collectors.joining(NEXT, "", end));
    try (var statement = connection.prepareStatement(sql)) {
      var parameters = new Parameters(statement);
      for (var write : writes) {
        write.bind(parameters);
      }
      handOut(statement, statement.execute(), writes);
    }
  }

  private static void handOut(PreparedStatement statement, boolean rows, List<Write> writes)
      throws SQLException {
    boolean isRows = rows;
    for (var write : writes) {
      if (isRows) {
        write.returned(statement.getResultSet());
      }
      isRows = statement.getMoreResults();
    }
  }
}
