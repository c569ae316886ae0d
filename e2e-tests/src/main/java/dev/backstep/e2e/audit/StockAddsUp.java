package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Section 12, stock: no unit appears or disappears. One statement, so one instant. */
final class StockAddsUp implements Invariant {
  @Override
  public String claim() {
    return "received = available + reserved + sold for each product, and none is negative";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var inventory = witnesses.database(Part.INVENTORY_SERVICE);
    var evidence =
        Rows.sentences(
            inventory,
            """
            WITH came AS (SELECT sku, sum(quantity) AS units FROM receipt GROUP BY sku),
                 went AS (SELECT sku,
                                 sum(quantity) FILTER (WHERE state = 'reserved') AS reserved,
                                 sum(quantity) FILTER (WHERE state = 'sold') AS sold
                            FROM reservation GROUP BY sku)
            SELECT format('%s: received %s (receipts %s), available %s, reserved %s (orders %s), sold %s (orders %s)',
                          s.sku, s.received, coalesce(came.units, 0), s.available,
                          s.reserved, coalesce(went.reserved, 0), s.sold, coalesce(went.sold, 0))
              FROM stock s LEFT JOIN came USING (sku) LEFT JOIN went USING (sku)
             WHERE s.received <> s.available + s.reserved + s.sold
                OR least(s.received, s.available, s.reserved, s.sold) < 0
                OR s.received <> coalesce(came.units, 0)
                OR s.reserved <> coalesce(went.reserved, 0)
                OR s.sold <> coalesce(went.sold, 0)
             ORDER BY s.sku
            """);
    return Finding.of(figures(witnesses), evidence);
  }

  private static String figures(Witnesses witnesses) throws SQLException {
    return Rows.sentences(
            witnesses.database(Part.INVENTORY_SERVICE),
            """
            SELECT format('received %s = available %s + reserved %s + sold %s', coalesce(sum(received), 0),
                          coalesce(sum(available), 0), coalesce(sum(reserved), 0), coalesce(sum(sold), 0))
              FROM stock
            """)
        .getFirst();
  }
}
