package dev.backstep.order.participant;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.Order;
import dev.backstep.order.OrderState;
import dev.backstep.order.OrderStatus;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The states of orders; every statement takes any number of them. */
final class OrderTable {
  // In key order, so that two batches never wait for each other in a circle.
  static final String LOCK =
      """
      SELECT id, version, status, reason_code, reason_detail
      FROM orders WHERE id = ANY (?) ORDER BY id FOR UPDATE
      """;

  static final String MOVE =
      """
      WITH moved AS (
        UPDATE orders o
        SET status = n.status, version = n.version, reason_code = n.reason_code,
            reason_detail = n.reason_detail, changed_at = greatest(n.at, o.changed_at)
        FROM (
          SELECT ?::timestamptz AS at, unnest(?::uuid[]) AS id, unnest(?::bigint[]) AS version,
                 unnest(?::text[]) AS status, unnest(?::text[]) AS reason_code, unnest(?::text[]) AS reason_detail) AS n
        WHERE o.id = ANY (ARRAY[n.id]) AND o.version = n.version - 1
        RETURNING o.id, o.version, o.status, o.changed_at, o.customer_id),
      told AS (
        INSERT INTO order_history (order_id, version, status, at)
        SELECT id, version, status, changed_at FROM moved)
      SELECT customer_id FROM moved
      """;

  private OrderTable() {}

  /** The orders of those ids, locked until the transaction ends; an unknown id is left out. */
  static Map<UUID, Order> lock(Transaction tx, Collection<UUID> ids) throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(LOCK)) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (var rows = select.executeQuery()) {
        var orders = new HashMap<UUID, Order>();
        while (rows.next()) {
          var order = order(rows);
          orders.put(order.id(), order);
        }
        return orders;
      }
    }
  }

  /** Stores the new states of locked orders, and their history; tells whose they are. */
  static Set<String> move(Transaction tx, List<Order> orders, Instant now) throws SQLException {
    if (orders.isEmpty()) {
      return Set.of();
    }
    var connection = tx.connection();
    try (var update = connection.prepareStatement(MOVE)) {
      update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      update.setArray(2, column(connection, "uuid", orders, Order::id));
      update.setArray(3, column(connection, "bigint", orders, Order::version));
      update.setArray(
          4, column(connection, "text", orders, order -> order.state().status().name()));
      update.setArray(5, reason(connection, orders, reason -> reason.code().name()));
      update.setArray(6, reason(connection, orders, Refusal::detail));
      return customers(update, orders.size());
    }
  }

  private static Set<String> customers(PreparedStatement update, int locked) throws SQLException {
    try (var rows = update.executeQuery()) {
      var customers = new HashSet<String>();
      int moved = 0;
      for (; rows.next(); moved++) {
        customers.add(rows.getString(1));
      }
      if (moved != locked) {
        throw new IllegalStateException(moved + " of " + locked + " locked orders moved");
      }
      return customers;
    }
  }

  private static Order order(ResultSet row) throws SQLException {
    var status = OrderStatus.valueOf(row.getString("status"));
    var code = row.getString("reason_code");
    Optional<Refusal> reason =
        code == null
            ? Optional.empty()
            : Optional.of(new Refusal(RefusalCode.valueOf(code), row.getString("reason_detail")));
    return new Order(
        row.getObject("id", UUID.class), row.getLong("version"), OrderState.of(status, reason));
  }

  private static Array reason(
      Connection connection, List<Order> orders, Function<Refusal, @Nullable String> field)
      throws SQLException {
    return column(connection, "text", orders, order -> order.state().why().map(field).orElse(null));
  }

  private static Array column(
      Connection connection,
      String type,
      List<Order> orders,
      Function<Order, @Nullable Object> field)
      throws SQLException {
    return connection.createArrayOf(type, orders.stream().map(field).toArray());
  }
}
