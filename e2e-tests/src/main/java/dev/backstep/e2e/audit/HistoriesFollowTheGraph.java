package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Section 12: PENDING, then one final state; each version written down once. One statement. */
final class HistoriesFollowTheGraph implements Invariant {
  @Override
  public String claim() {
    return "each order was PENDING, then at most one final state (CANCELLED after CONFIRMED if its LRA was"
        + " cancelled), with versions from 1 without a gap";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orders = witnesses.database(Part.ORDER_SERVICE);
    var evidence =
        Rows.sentences(
            orders,
            """
            WITH life AS (
              SELECT order_id, count(*) AS entries, max(version) AS last,
                     string_agg(status, ' > ' ORDER BY version) AS path
                FROM order_history GROUP BY order_id)
            SELECT format('order %s is %s in version %s, its history of %s up to version %s is: %s',
                          o.id, o.status, o.version, coalesce(entries, 0), coalesce(last, 0), path)
              FROM orders o LEFT JOIN life ON life.order_id = o.id
             WHERE path IS NULL OR entries <> last OR last <> o.version
                OR (path NOT IN ('PENDING', 'PENDING > CONFIRMED', 'PENDING > REJECTED', 'PENDING > CANCELLED')
                    AND NOT (path = 'PENDING > CONFIRMED > CANCELLED'
                             AND o.saga_id IN (SELECT saga_id FROM lra_participant WHERE asked = 'compensate')))
                OR path NOT LIKE '%' || o.status
             ORDER BY o.id
            """);
    return Finding.of(
        Rows.number(orders, "SELECT count(*) FROM order_history") + " entries", evidence);
  }
}
