package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Section 12, stock: what is sold is what confirmed orders ordered, line by line. */
final class SoldIsConfirmed implements Invariant {
  private static final String SOLD =
      "SELECT order_id, sku, quantity FROM reservation WHERE state = 'sold'";
  private static final String CONFIRMED =
      """
      SELECT l.order_id, l.sku, l.quantity
        FROM order_line l JOIN orders o ON o.id = l.order_id
       WHERE o.status = 'CONFIRMED'
      """;

  private record Line(UUID order, String sku) {}

  @Override
  public String claim() {
    return "what is sold is what confirmed orders ordered, line by line";
  }

  /** What is sold first: its order was confirmed before. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var sold = lines(witnesses, Part.INVENTORY_SERVICE, SOLD);
    var confirmed = lines(witnesses, Part.ORDER_SERVICE, CONFIRMED);
    var evidence = new ArrayList<String>();
    sold.forEach((line, quantity) -> {
      if (!quantity.equals(confirmed.get(line))) {
        evidence.add(
            "%d of %s are sold to order %s, which has %s confirmed"
                .formatted(quantity, line.sku, line.order, confirmed.getOrDefault(line, 0)));
      }
    });
    if (strength == Strength.AT_REST) {
      confirmed.keySet().stream()
          .filter(line -> !sold.containsKey(line))
          .map(line -> "order %s is confirmed, its %s is not sold".formatted(line.order, line.sku))
          .forEach(evidence::add);
    }
    return Finding.of(
        "%d lines sold, %d confirmed".formatted(sold.size(), confirmed.size()), evidence);
  }

  private static Map<Line, Integer> lines(Witnesses witnesses, Part service, String sql)
      throws SQLException {
    var lines = new HashMap<Line, Integer>();
    Rows.each(
        witnesses.database(service),
        sql,
        row -> lines.put(new Line(row.getObject(1, UUID.class), row.getString(2)), row.getInt(3)));
    return lines;
  }
}
