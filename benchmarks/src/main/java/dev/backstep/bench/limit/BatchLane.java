package dev.backstep.bench.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One transaction per step and a few hundred sagas, of a handful of multi-row statements. Stock
 * rows are locked in the order of their SKUs first, or two lanes would deadlock.
 */
final class BatchLane implements Lane {
  private static final int SAGAS = 256;

  private static final String ORDERS =
      """
      INSERT INTO orders (id, customer_id, sku, quantity, total_minor, status)
      SELECT id, 'bench', sku, 1, 1999, 'PENDING' FROM unnest(?::uuid[], ?::text[]) AS n(id, sku)
      """;
  private static final String LOCK =
      "SELECT 1 FROM stock WHERE sku = ANY (?) ORDER BY sku FOR UPDATE";
  private static final String STOCK =
      """
      WITH wanted AS (SELECT sku, count(*) AS units FROM unnest(?::text[]) AS n(sku) GROUP BY sku)
      UPDATE stock s SET available = available - units, reserved = reserved + units
        FROM wanted WHERE s.sku = wanted.sku AND available >= units
      """;
  private static final String RESERVATIONS =
      """
      INSERT INTO reservation (order_id, sku, quantity, state)
      SELECT id, sku, 1, 'reserved' FROM unnest(?::uuid[], ?::text[]) AS n(id, sku)
      """;
  private static final String PAYMENTS =
      """
      WITH asked AS (
        SELECT id, good FROM unnest(?::uuid[], ?::boolean[]) AS n(id, good)),
      intents AS (INSERT INTO payment_intent (order_id, amount, token) SELECT id, 1999, 'pm_ok' FROM asked)
      INSERT INTO payment_result (order_id, state, charge_id)
      SELECT id, CASE WHEN good THEN 'captured' ELSE 'declined' END, CASE WHEN good THEN 'ch_' || id END
        FROM asked
      """;
  private static final String END =
      """
      WITH ended AS (
        SELECT id, good FROM unnest(?::uuid[], ?::boolean[]) AS n(id, good)),
      booked AS (
        INSERT INTO shipment (order_id, parcel, state)
        SELECT id, 'parcel-' || id, 'booked' FROM ended WHERE good),
      orders_ended AS (
        UPDATE orders o SET status = CASE WHEN good THEN 'CONFIRMED' ELSE 'REJECTED' END
          FROM ended WHERE o.id = ended.id AND o.status = 'PENDING'),
      moved AS (
        UPDATE reservation r SET state = CASE WHEN good THEN 'sold' ELSE 'released' END
          FROM ended WHERE r.order_id = ended.id AND r.state = 'reserved' RETURNING r.sku, r.quantity, good),
      sums AS (
        SELECT sku, sum(quantity) AS units, coalesce(sum(quantity) FILTER (WHERE good), 0) AS sold
          FROM moved GROUP BY sku)
      UPDATE stock s
         SET reserved = reserved - units, sold = s.sold + sums.sold, available = available + units - sums.sold
        FROM sums WHERE s.sku = sums.sku
      """;

  private final Connection connection;
  private final int products;

  BatchLane(Connection connection, int products) throws SQLException {
    this.connection = connection;
    this.products = products;
    connection.setAutoCommit(false);
  }

  @Override
  public int runOnce() throws SQLException {
    var batch = Batch.of(products);
    step(ORDERS, batch.ids(), batch.skus());
    connection.commit();
    step(LOCK, batch.skus());
    step(STOCK, batch.skus());
    step(RESERVATIONS, batch.ids(), batch.skus());
    connection.commit();
    step(PAYMENTS, batch.ids(), batch.good());
    connection.commit();
    step(LOCK, batch.skus());
    step(END, batch.ids(), batch.good());
    connection.commit();
    return SAGAS;
  }

  private void step(String sql, List<?>... columns) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        var values = columns[i].toArray();
        statement.setArray(i + 1, connection.createArrayOf(typeOf(values[0]), values));
      }
      statement.execute();
    }
  }

  private static String typeOf(Object value) {
    return switch (value) {
      case UUID _ -> "uuid";
      case Boolean _ -> "boolean";
      default -> "text";
    };
  }

  private record Batch(List<UUID> ids, List<String> skus, List<Boolean> good) {
    static Batch of(int products) {
      var random = ThreadLocalRandom.current();
      var ids = new ArrayList<UUID>(SAGAS);
      var skus = new ArrayList<String>(SAGAS);
      var good = new ArrayList<Boolean>(SAGAS);
      for (int saga = 0; saga < SAGAS; saga++) {
        ids.add(new UUID(random.nextLong(), random.nextLong()));
        skus.add("SKU-" + random.nextInt(products));
        good.add(!Declined.is(saga));
      }
      return new Batch(ids, skus, good);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
