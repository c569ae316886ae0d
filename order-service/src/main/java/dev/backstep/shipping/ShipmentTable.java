package dev.backstep.shipping;

import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.messaging.transaction.Parameters;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The parcels; every statement takes any number of them. */
final class ShipmentTable {
  private static final String BOOK =
      """
      INSERT INTO shipment (order_id, saga_id, parcel, state, name, street, city, postal_code, country, booked_at, changed_at)
      SELECT order_id, saga_id, parcel, 'booked', name, street, city, postal_code, country, now, now
      FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::uuid[]) AS saga_id, unnest(?::text[]) AS parcel,
                   unnest(?::text[]) AS name, unnest(?::text[]) AS street, unnest(?::text[]) AS city,
                   unnest(?::text[]) AS postal_code, unnest(?::text[]) AS country) AS n,
        (SELECT ?::timestamptz AS now)
      ORDER BY order_id
      """;

  private static final String INITIATE_RETURNS =
      """
      UPDATE shipment s
      SET state = 'return_initiated', changed_at = greatest(?::timestamptz, s.booked_at)
      FROM (
        SELECT order_id FROM shipment
        WHERE order_id = ANY (?) AND state = 'booked'
        ORDER BY order_id FOR UPDATE) AS locked
      WHERE s.order_id = locked.order_id
      RETURNING s.order_id, s.parcel
      """;

  private ShipmentTable() {}

  static void book(Transaction tx, List<Booking> bookings, Instant now) throws SQLException {
    if (bookings.isEmpty()) {
      return;
    }
    tx.write(new Booked(List.copyOf(bookings), now));
  }

  /** Calls the parcels of those orders back; the parcels that moved, by order. */
  static Map<UUID, String> initiateReturns(Transaction tx, Collection<UUID> orders, Instant now)
      throws SQLException {
    var parcels = new HashMap<UUID, String>();
    if (orders.isEmpty()) {
      return parcels;
    }
    var connection = tx.connection();
    try (var update = connection.prepareStatement(INITIATE_RETURNS)) {
      update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      update.setArray(2, connection.createArrayOf("uuid", orders.toArray()));
      try (var moved = update.executeQuery()) {
        while (moved.next()) {
          parcels.put(moved.getObject(1, UUID.class), moved.getString(2));
        }
      }
    }
    return parcels;
  }

  private record Booked(List<Booking> bookings, Instant now) implements Write {
    @Override
    public String sql() {
      return BOOK;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
      parameters
          .array("uuid", column(Booking::orderId))
          .array("uuid", column(Booking::sagaId))
          .array("text", column(Booking::parcel))
          .array("text", address(ShippingAddress::name))
          .array("text", address(ShippingAddress::street))
          .array("text", address(ShippingAddress::city))
          .array("text", address(ShippingAddress::postalCode))
          .array("text", address(ShippingAddress::country))
          .value(OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private Object[] address(Function<ShippingAddress, Object> field) {
      return column(booking -> field.apply(booking.address()));
    }

    private Object[] column(Function<Booking, Object> field) {
      return bookings.stream().map(field).toArray();
    }
  }
}
