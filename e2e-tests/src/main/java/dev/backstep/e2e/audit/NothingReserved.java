package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Section 12, stock: a reservation that nobody will settle or release is lost for sale. */
final class NothingReserved implements Invariant {
  @Override
  public String claim() {
    return "at rest, no unit is reserved";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var inventory = witnesses.database(Part.INVENTORY_SERVICE);
    var evidence =
        Rows.sentences(
            inventory,
            """
            SELECT format('%s units of %s are reserved for order %s', quantity, sku, order_id)
              FROM reservation WHERE state = 'reserved' ORDER BY order_id, sku
            """);
    evidence.addAll(
        Rows.sentences(
            inventory,
            "SELECT format('%s has %s units reserved', sku, reserved) FROM stock WHERE reserved <> 0"));
    return Finding.of("0 units reserved", evidence);
  }
}
