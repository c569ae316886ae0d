package dev.backstep.bench.growth;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Gives a stack a past: copies of the sagas that it has finished, in every table that remembers
 * them, as if they had happened earlier. The stack must be at rest. Everything still adds up, the
 * gateway's ledger excepted, which {@link SeededLedger} brings up to date.
 */
public final class Aging {
  /** On top of how long the originals took, so that no two copies touch. */
  private static final Duration GAP = Duration.ofSeconds(10);

  private final Layout layout;
  private final Consumer<String> narration;

  /** Tells what it does now and then, for it takes minutes. */
  public Aging(Layout layout, Consumer<String> narration) {
    this.layout = layout;
    this.narration = narration;
  }

  /**
   * What was done.
   *
   * @param copies of each original saga
   * @param end later than the copies, earlier than the originals
   */
  public record Past(Shift shift, long copies, long sagas, Instant end) {}

  /** At least so many finished sagas in addition to those that there are. */
  public Past add(long sagas) {
    try (var orders = connect(Part.ORDER_SERVICE)) {
      long originals = number(orders, "SELECT count(*) FROM orders");
      long copies = Math.ceilDiv(sagas, originals);
      var end = Instant.ofEpochMilli(number(orders, BEGIN)).minus(GAP.dividedBy(2));
      var shift = new Shift(GAP.plusMillis(number(orders, SPAN)));
      for (Part service : Part.services()) {
        copy(service, shift, copies);
      }
      narration.accept("waiting until the replica has it, too");
      Replay.await(layout);
      return new Past(shift, copies, copies * originals, end);
    } catch (SQLException e) {
      throw new StackFailure("the past cannot be made up: " + e.getMessage(), e);
    }
  }

  private static final String BEGIN =
      "SELECT floor(extract(epoch FROM min(created_at)) * 1000) FROM orders";

  private static final String SPAN =
      "SELECT ceil(extract(epoch FROM max(changed_at) - min(created_at)) * 1000) FROM orders";

  private void copy(Part service, Shift shift, long copies) throws SQLException {
    try (var database = connect(service)) {
      execute(database, shift.function());
      // What is copied was checked when it was first written.
      execute(database, "SET session_replication_role = replica");
      for (var history : History.of(service)) {
        copy(database, history, shift, copies);
      }
      if (service == Part.INVENTORY_SERVICE) {
        sell(database, copies);
      }
      narration.accept("vacuuming the database of " + service.label());
      execute(database, "VACUUM (ANALYZE)");
      execute(database, "CHECKPOINT");
    }
  }

  // The units of the past were received and sold.
  private static void sell(Connection inventory, long copies) throws SQLException {
    execute(
        inventory,
        """
        WITH past AS (
          SELECT sku, sum(quantity) * %d AS units FROM original_reservation WHERE state = 'sold' GROUP BY sku),
        received AS (
          INSERT INTO receipt (sku, idempotency_key, quantity, created_at)
          SELECT sku, 'past', units, now() FROM past)
        UPDATE stock s SET sold = s.sold + units, received = s.received + units FROM past WHERE s.sku = past.sku
        """
            .formatted(copies));
  }

  private void copy(Connection database, History history, Shift shift, long copies)
      throws SQLException {
    var copying = new Copying(database, history, shift.period());
    copying.takeOriginal();
    for (long first = 1; first <= copies; first += Copying.COPIES_AT_A_TIME) {
      copying.copy(first, Math.min(copies, first + Copying.COPIES_AT_A_TIME - 1));
    }
    narration.accept(
        "%s: %,d rows"
            .formatted(
                history.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                number(database, "SELECT count(*) FROM " + history.table())));
  }

  private Connection connect(Part service) throws SQLException {
    return Connections.open(layout, Databases.of(service), Databases.SUPERUSER);
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
