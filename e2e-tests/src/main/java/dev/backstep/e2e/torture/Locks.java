package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody locks the tables of a service and goes for a coffee. */
final class Locks implements Fault {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Under load there is a moment in which nobody writes to any of them within this. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final Part service;
  private final Duration hold;
  private @Nullable Connection connection;
  private boolean locked;

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
  public void begin(Site site) throws SQLException, InterruptedException {
    var fresh = site.stack().superuser(Databases.of(service));
    connection = fresh;
    fresh.setAutoCommit(false);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lock(fresh) && System.nanoTime() < end) {
      fresh.rollback();
      Thread.sleep(LOOK_AGAIN);
    }
  }

  /** Waits for nobody: whoever works there has some of them locked, and may want the others. */
  private boolean lock(Connection fresh) throws SQLException {
    try (var statement = fresh.createStatement()) {
      statement.execute("LOCK TABLE barrier, outbox, " + table() + " IN EXCLUSIVE MODE NOWAIT");
      locked = true;
    } catch (SQLException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw e;
      }
    }
    return locked;
  }

  @Override
  public boolean happened() {
    return locked;
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
