package dev.backstep.inventory.participant;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockRequest.Reserve;
import dev.backstep.messaging.transaction.Parameters;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of the reservations; every statement takes any number of orders. */
final class ReservationTable {
  // Locked in key order first: an UPDATE alone would lock in whatever order its plan finds the
  // rows.
  static final String LEAVE =
      """
      WITH held AS (
        SELECT r.order_id, r.sku, n.state
        FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::text[]) AS state) AS n
        JOIN reservation r ON r.order_id = ANY (ARRAY[n.order_id]) AND r.state = 'reserved'
        ORDER BY n.order_id, r.sku
        FOR UPDATE OF r
      )
      UPDATE reservation r
      SET state = held.state
      FROM held
      WHERE r.order_id = ANY (ARRAY[held.order_id]) AND r.sku = held.sku
      RETURNING r.order_id, r.sku, r.quantity
      """;

  static final String UNSELL =
      """
      WITH sold AS (
        SELECT r.order_id, r.sku
        FROM unnest(?::uuid[]) AS n(order_id)
        JOIN reservation r ON r.order_id = ANY (ARRAY[n.order_id]) AND r.state = 'sold'
        ORDER BY n.order_id, r.sku
        FOR UPDATE OF r
      )
      UPDATE reservation r
      SET state = 'reserved'
      FROM sold
      WHERE r.order_id = ANY (ARRAY[sold.order_id]) AND r.sku = sold.sku
      RETURNING r.order_id, r.sku, r.quantity
      """;

  // No ON CONFLICT: the barrier lets an order reserve once, so a second row would be a bug.
  private static final String INSERT =
      """
      INSERT INTO reservation (order_id, sku, quantity, state)
      SELECT order_id, sku, quantity, 'reserved'
      FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::text[]) AS sku, unnest(?::integer[]) AS quantity) AS n
      ORDER BY order_id, sku
      """;

  private ReservationTable() {}

  /**
   * Moves everything that these orders hold into that state, and tells what it was. An order that
   * holds nothing is missing from the result.
   */
  static Map<UUID, List<OrderLine>> leave(Transaction tx, Map<UUID, ReservationState> orders)
      throws SQLException {
    if (orders.isEmpty()) {
      return Map.of();
    }
    var ids = List.copyOf(orders.keySet());
    try (var update = tx.connection().prepareStatement(LEAVE)) {
      var connection = tx.connection();
      update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      update.setArray(
          2,
          connection.createArrayOf(
              "text", orders.values().stream().map(ReservationState::column).toArray()));
      try (var rows = update.executeQuery()) {
        return byOrder(rows);
      }
    }
  }

  /**
   * What was sold to these orders is reserved for them again; tells what it was. An order to which
   * nothing was sold is missing from the result.
   */
  static Map<UUID, List<OrderLine>> unsell(Transaction tx, List<UUID> orders) throws SQLException {
    if (orders.isEmpty()) {
      return Map.of();
    }
    try (var update = tx.connection().prepareStatement(UNSELL)) {
      update.setArray(1, tx.connection().createArrayOf("uuid", orders.toArray()));
      try (var rows = update.executeQuery()) {
        return byOrder(rows);
      }
    }
  }

  private static Map<UUID, List<OrderLine>> byOrder(ResultSet rows) throws SQLException {
    var held = new HashMap<UUID, List<OrderLine>>();
    while (rows.next()) {
      held.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
          .add(new OrderLine(new Sku(rows.getString(2)), rows.getInt(3)));
    }
    return held;
  }

  static void insert(Transaction tx, List<Reserve> reservations) throws SQLException {
    if (reservations.isEmpty()) {
      return;
    }
    tx.write(new Reserved(reservations.stream().flatMap(Row::of).toList()));
  }

  private record Reserved(List<Row> rows) implements Write {
    @Override
    public String sql() {
      return INSERT;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
      parameters
          .array("uuid", rows.stream().map(Row::orderId).toArray())
          .array("text", rows.stream().map(Row::sku).toArray())
          .array("integer", rows.stream().map(Row::quantity).toArray());
    }
  }

  private record Row(UUID orderId, String sku, int quantity) {
    static Stream<Row> of(Reserve reserve) {
      return reserve.units().stream()
          .map(line -> new Row(reserve.orderId(), line.sku().value(), line.quantity()));
    }
  }
}
