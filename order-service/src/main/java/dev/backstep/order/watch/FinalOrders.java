package dev.backstep.order.watch;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks the database, once for all who wait. */
final class FinalOrders {
  private static final String FINAL =
      "SELECT id FROM orders WHERE id = ANY (?) AND status <> 'PENDING'";

  private FinalOrders() {}

  static List<UUID> among(Transaction tx, Collection<UUID> orders) throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(FINAL)) {
      select.setArray(1, connection.createArrayOf("uuid", orders.toArray()));
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<UUID>();
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
        return found;
      }
    }
  }
}
