package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Confirmed orders have a parcel on its way; at rest nobody else has. One statement. */
final class ShipmentsMatchOrders implements Invariant {
  @Override
  public String claim() {
    return "each confirmed order has a booked shipment, and at rest no other order has";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orders = witnesses.database(Part.ORDER_SERVICE);
    var evidence =
        Rows.sentences(
            orders,
            """
            SELECT format('order %s is %s, its shipment is %s', o.id, o.status, coalesce(s.state, 'missing'))
              FROM orders o LEFT JOIN shipment s ON s.order_id = o.id
             WHERE o.status = 'CONFIRMED' AND s.state IS DISTINCT FROM 'booked'
            """);
    if (strength == Strength.AT_REST) {
      evidence.addAll(
          Rows.sentences(
              orders,
              """
              SELECT format('order %s is %s, its shipment is booked', s.order_id, coalesce(o.status, 'missing'))
                FROM shipment s LEFT JOIN orders o ON s.order_id = o.id
               WHERE s.state = 'booked' AND o.status IS DISTINCT FROM 'CONFIRMED'
              """));
    }
    return Finding.of(
        Rows.number(orders, "SELECT count(*) FROM shipment WHERE state = 'booked'") + " booked",
        evidence);
  }
}
