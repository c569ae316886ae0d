package dev.backstep.e2e.reads;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.postgres.Connections;
import java.sql.Connection;
import java.sql.SQLException;

/** How far the replica is with one customer's orders, asked of both servers themselves. */
final class Progress implements AutoCloseable {
  private static final String STATES =
      "SELECT coalesce(sum(version), 0) FROM orders WHERE customer_id = ?";

  private final Connection primary;
  private final Connection replica;

  Progress() throws SQLException {
    this.primary = open(Part.POSTGRES);
    this.replica = open(Part.POSTGRES_REPLICA);
  }

  private static Connection open(Part server) throws SQLException {
    var database = Databases.of(Part.ORDER_SERVICE);
    return Connections.open(Shop.layout(), server, database, Databases.AUDITOR);
  }

  /** Whether the replica has every change of that customer's orders that is committed by now. */
  boolean isComplete(String customer) throws SQLException {
    long due = states(primary, customer);
    return states(replica, customer) >= due;
  }

  private static long states(Connection connection, String customer) throws SQLException {
    try (var statement = connection.prepareStatement(STATES)) {
      statement.setString(1, customer);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (primary) {
      replica.close();
    }
  }
}
