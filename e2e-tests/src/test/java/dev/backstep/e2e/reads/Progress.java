package dev.backstep.e2e.reads;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How far the replica is with one customer's orders, asked of both servers themselves. */
final class Progress implements AutoCloseable {
  private static final String STATES =
      "SELECT coalesce(sum(version), 0) FROM orders WHERE customer_id = ?";

  private final Connection primary;
  private final Connection replica;

  Progress() throws SQLException {
    var database = Databases.of(Part.ORDER_SERVICE);
    this.primary = open(Shop.STACK.jdbcUrl(database));
    this.replica = open(Shop.STACK.replicaUrl(database));
  }

  private static Connection open(String url) throws SQLException {
    return DriverManager.getConnection(
        url, Databases.SUPERUSER, Shop.STACK.password(Databases.SUPERUSER));
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
