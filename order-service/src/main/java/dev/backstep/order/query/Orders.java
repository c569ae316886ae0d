package dev.backstep.order.query;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.order.OrderStatus;
import dev.backstep.reads.Dated;
import dev.backstep.rest.access.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders, from whichever server the connection leads to. Whose they are is part of the query.
 */
final class Orders {
  /** What fits on a screen twice over, and bounds the memory of one answer. */
  static final int MAX_PAGE = 100;

  private static final String FIND =
      """
      SELECT o.id, o.saga_id, o.status, o.version, o.reason_code, o.reason_detail, o.total_minor,
             o.currency, o.created_at, o.changed_at, l.sku, l.quantity, l.unit_price_minor,
             o.xmin::text::bigint AS written_by
      FROM orders o JOIN order_line l ON l.order_id = o.id
      WHERE o.id = ? AND (?::text IS NULL OR o.customer_id = ?)
      ORDER BY l.sku
      """;

  private static final String PAGE =
      """
      SELECT o.id, o.saga_id, o.status, o.version, o.reason_code, o.reason_detail, o.total_minor,
             o.currency, o.created_at, o.changed_at, l.sku, l.quantity, l.unit_price_minor,
             o.written_by
      FROM (
        SELECT *, xmin::text::bigint AS written_by FROM orders
        WHERE %s AND (?::text IS NULL OR status = ?) AND id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        ORDER BY id DESC LIMIT ?) o
      JOIN order_line l ON l.order_id = o.id
      ORDER BY o.id DESC, l.sku
      """;

  // Two texts, so that each goes by its own index.
  private static final String PAGE_OF_CUSTOMER = PAGE.formatted("customer_id = ?");
  private static final String PAGE_OF_ALL = PAGE.formatted("?::text IS NULL");

  private Orders() {}

  /** That order, if it exists for this reader. */
  static Dated<Optional<OrderView>> find(Connection connection, Reader reader, UUID id)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, id);
      select.setString(2, customer(reader));
      select.setString(3, customer(reader));
      var found = views(select);
      return new Dated<>(found.value().stream().findFirst(), found.newest());
    }
  }

  /** Its id, if it exists for this reader. */
  static Optional<UUID> idOf(Connection connection, Reader reader, UUID id) throws SQLException {
    return find(connection, reader, id).value().map(OrderView::orderId);
  }

  /** Up to so many orders, newest first. */
  static Dated<OrderPage> page(Connection connection, Reader reader, Wanted wanted)
      throws SQLException {
    var query =
        switch (reader) {
          case Reader.Owner _ -> PAGE_OF_CUSTOMER;
          case Reader.Anybody _ -> PAGE_OF_ALL;
        };
    try (var select = connection.prepareStatement(query)) {
      var status = wanted.status() == null ? null : wanted.status().name();
      var after = wanted.cursor() == null ? null : wanted.cursor().after();
      select.setString(1, customer(reader));
      select.setString(2, status);
      select.setString(3, status);
      select.setObject(4, after);
      select.setInt(5, wanted.limit() + 1);
      var found = views(select);
      return new Dated<>(
          page(found.value(), wanted.limit()),
          status == null ? found.newest() : OptionalInt.empty()); // one that left it is not shown
    }
  }

  private static OrderPage page(List<OrderView> found, int limit) {
    var shown = found.stream().limit(limit).toList();
    return new OrderPage(
        shown, found.size() > limit ? new Cursor(shown.getLast().orderId()).toString() : null);
  }

  private static @Nullable String customer(Reader reader) {
    return switch (reader) {
      case Reader.Owner(var customerId) -> customerId;
      case Reader.Anybody _ -> null;
    };
  }

  /** The lines of an order follow each other. They never change: its own row is the youngest. */
  private static Dated<List<OrderView>> views(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var views = new ArrayList<OrderView>();
      var newest = OptionalInt.empty();
      while (rows.next()) {
        newest = Dated.newer(newest, (int) rows.getLong("written_by"));
        var id = rows.getObject("id", UUID.class);
        if (views.isEmpty() || !views.getLast().orderId().equals(id)) {
          views.add(view(rows, id));
        }
        views.getLast().items().add(item(rows));
      }
      return new Dated<>(views, newest);
    }
  }

  private static OrderView view(ResultSet row, UUID id) throws SQLException {
    return new OrderView(
        id,
        row.getObject("saga_id", UUID.class),
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        new ArrayList<>(),
        new Money(row.getLong("total_minor"), row.getString("currency")),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        reason(row));
  }

  private static OrderView.Item item(ResultSet row) throws SQLException {
    return new OrderView.Item(
        row.getString("sku"),
        row.getInt("quantity"),
        new Money(row.getLong("unit_price_minor"), row.getString("currency")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Reason reason(ResultSet row) throws SQLException {
    var code = row.getString("reason_code");
    var detail = row.getString("reason_detail");
    return code == null
        ? null
        : Reason.of(new Refusal(RefusalCode.valueOf(code), detail == null ? "" : detail));
  }

  /** Which orders of a list. */
  record Wanted(@Nullable OrderStatus status, @Nullable Cursor cursor, int limit) {}
}
