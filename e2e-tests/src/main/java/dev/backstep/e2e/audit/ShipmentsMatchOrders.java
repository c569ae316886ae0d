package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Confirmed orders have a parcel on its way; at rest nobody else has. Parcels of a carrier of
 * another team stand in its books, not in ours.
 */
final class ShipmentsMatchOrders implements Invariant {
  private record Mismatch(String order, String sentence) {}

  private static final String WITHOUT =
      """
      SELECT o.id, format('order %s is %s, its shipment is %s', o.id, o.status, coalesce(s.state, 'missing'))
        FROM orders o LEFT JOIN shipment s ON s.order_id = o.id
       WHERE o.status = 'CONFIRMED' AND s.state IS DISTINCT FROM 'booked'
      """;
  private static final String TOO_MANY =
      """
      SELECT s.order_id, format('order %s is %s, its shipment is booked', s.order_id, coalesce(o.status, 'missing'))
        FROM shipment s LEFT JOIN orders o ON s.order_id = o.id
       WHERE s.state = 'booked' AND o.status IS DISTINCT FROM 'CONFIRMED'
      """;
  private static final String BY_CARRIER =
      """
      SELECT s.business_key FROM saga s JOIN barrier b ON b.saga_id = s.id AND b.step = 'shipment' AND b.state = 'done'
      """;

  @Override
  public String claim() {
    return "each confirmed order has a booked shipment, and at rest no other order has";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orders = witnesses.database(Part.ORDER_SERVICE);
    var mismatches = new ArrayList<>(mismatches(orders, WITHOUT));
    if (strength == Strength.AT_REST) {
      mismatches.addAll(mismatches(orders, TOO_MANY));
    }
    var elsewhere = mismatches.isEmpty() ? Set.<String>of() : byCarrier(witnesses);
    var evidence =
        mismatches.stream()
            .filter(each -> !elsewhere.contains(each.order))
            .map(Mismatch::sentence)
            .toList();
    return Finding.of(
        Rows.number(orders, "SELECT count(*) FROM shipment WHERE state = 'booked'") + " booked",
        evidence);
  }

  private static List<Mismatch> mismatches(Connection orders, String sql) throws SQLException {
    return Rows.of(orders, sql, row -> new Mismatch(row.getString(1), row.getString(2)));
  }

  /** Whoever is not a participant of ours is remembered by the orchestrator's own barrier. */
  private static Set<String> byCarrier(Witnesses witnesses) throws SQLException {
    return new HashSet<>(Rows.sentences(witnesses.database(Part.SAGA_ORCHESTRATOR), BY_CARRIER));
  }
}
