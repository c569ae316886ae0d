package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody locks the tables of a service and goes for a coffee. */
final class Locks implements Fault {
  private static final String DEADLOCK = "40P01";

  /** Under load a deadlock is likely, five in a row are not. */
  private static final int ATTEMPTS = 5;

  private final Part service;
  private final Duration hold;
  private @Nullable Connection connection;

  Locks(Part service, Duration hold) {
    this.service = service;
    this.hold = hold;
  }

  @Override
  public String what() {
    return "lock the tables of %s for %d s".formatted(service.label(), hold.toSeconds());
  }

  @Override
  public Duration hold() {
    return hold;
  }

  @Override
  public void begin(Site site) throws SQLException {
    var fresh = site.stack().superuser(Databases.of(service));
    connection = fresh;
    fresh.setAutoCommit(false);
    for (int left = ATTEMPTS; !isLocked(fresh, left); left--) {
      fresh.rollback();
    }
  }

  /** Whoever works there just now has some of them locked, and may wait for others of ours. */
  private boolean isLocked(Connection fresh, int left) throws SQLException {
    try (var statement = fresh.createStatement()) {
      statement.execute("LOCK TABLE barrier, outbox, " + table() + " IN EXCLUSIVE MODE");
      return true;
    } catch (SQLException e) {
      if (left == 0 || !DEADLOCK.equals(e.getSQLState())) {
        throw e;
      }
      return false;
    }
  }

  private String table() {
    return switch (service) {
      case ORDER_SERVICE -> "orders";
      case INVENTORY_SERVICE -> "stock";
      case PAYMENT_SERVICE -> "payment";
      case SAGA_ORCHESTRATOR -> "saga";
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS, LRA_COORDINATOR ->
          throw new IllegalArgumentException(service + " has no tables");
    };
  }

  @Override
  public void end(Site site) throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
