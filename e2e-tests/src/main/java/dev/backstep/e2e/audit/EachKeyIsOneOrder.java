package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Section 8: however often a request is repeated, it is one order. One statement. */
final class EachKeyIsOneOrder implements Invariant {
  @Override
  public String claim() {
    return "each order stands under exactly one idempotency key, and each key is one order";
  }

  /** Keys are kept for seven days, so older orders have lost theirs. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orders = witnesses.database(Part.ORDER_SERVICE);
    var evidence =
        Rows.sentences(
            orders,
            """
            WITH keys AS (SELECT order_id, count(*) AS number FROM idempotency GROUP BY order_id)
            SELECT format('order %s stands under %s keys', coalesce(o.id, k.order_id), coalesce(k.number, 0))
              FROM orders o FULL JOIN keys k ON k.order_id = o.id
             WHERE k.number IS DISTINCT FROM 1 AND o.created_at > now() - interval '6 days'
                OR o.id IS NULL
            """);
    return Finding.of(Rows.number(orders, "SELECT count(*) FROM idempotency") + " keys", evidence);
  }
}
