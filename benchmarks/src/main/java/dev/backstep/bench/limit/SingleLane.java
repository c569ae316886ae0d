package dev.backstep.bench.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One transaction per step and saga: order, stock, payment, and the end, which books the shipment,
 * confirms the order and settles the stock, or gives everything back. Each is one statement, so it
 * needs no BEGIN and no COMMIT of its own: the least that separate steps can cost.
 */
final class SingleLane implements Lane {
  private static final String ORDER =
      "INSERT INTO orders (id, customer_id, sku, quantity, total_minor, status) VALUES (?, ?, ?, 1, 1999, 'PENDING')";
  private static final String STOCK =
      """
      WITH taken AS (
        UPDATE stock SET available = available - 1, reserved = reserved + 1
         WHERE sku = ? AND available >= 1 RETURNING sku)
      INSERT INTO reservation (order_id, sku, quantity, state) SELECT ?, sku, 1, 'reserved' FROM taken
      """;
  private static final String PAYMENT =
      """
      WITH intent AS (INSERT INTO payment_intent (order_id, amount, token) VALUES (?, 1999, 'pm_ok'))
      INSERT INTO payment_result (order_id, state, charge_id) VALUES (?, ?, ?)
      """;
  private static final String FORWARD =
      """
      WITH booked AS (INSERT INTO shipment (order_id, parcel, state) VALUES (?, ?, 'booked')),
      confirmed AS (UPDATE orders SET status = 'CONFIRMED' WHERE id = ? AND status = 'PENDING'),
      settled AS (
        UPDATE reservation SET state = 'sold' WHERE order_id = ? AND state = 'reserved' RETURNING sku, quantity)
      UPDATE stock s SET reserved = reserved - settled.quantity, sold = sold + settled.quantity
        FROM settled WHERE s.sku = settled.sku
      """;
  private static final String BACK =
      """
      WITH rejected AS (UPDATE orders SET status = 'REJECTED' WHERE id = ? AND status = 'PENDING'),
      released AS (
        UPDATE reservation SET state = 'released' WHERE order_id = ? AND state = 'reserved' RETURNING sku, quantity)
      UPDATE stock s SET reserved = reserved - released.quantity, available = available + released.quantity
        FROM released WHERE s.sku = released.sku
      """;

  private final Connection connection;
  private final PreparedStatement order;
  private final PreparedStatement stock;
  private final PreparedStatement payment;
  private final PreparedStatement forward;
  private final PreparedStatement back;
  private final int products;
  private long sagas;

  SingleLane(Connection connection, int products) throws SQLException {
    this.connection = connection;
    this.products = products;
    this.order = connection.prepareStatement(ORDER);
    this.stock = connection.prepareStatement(STOCK);
    this.payment = connection.prepareStatement(PAYMENT);
    this.forward = connection.prepareStatement(FORWARD);
    this.back = connection.prepareStatement(BACK);
  }

  @Override
  public int runOnce() throws SQLException {
    var random = ThreadLocalRandom.current();
    var id = new UUID(random.nextLong(), random.nextLong());
    var sku = "SKU-" + random.nextInt(products);
    execute(order, id, "bench", sku);
    execute(stock, sku, id);
    if (Declined.is(sagas++)) {
      execute(payment, id, id, "declined", null);
      execute(back, id, id);
    } else {
      execute(payment, id, id, "captured", "ch_" + id);
      execute(forward, id, "parcel-" + id, id, id);
    }
    return 1;
  }

  private static void execute(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
