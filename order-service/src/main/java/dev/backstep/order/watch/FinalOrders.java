package dev.backstep.order.watch;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.FinalState;
import dev.backstep.order.OrderState;
import dev.backstep.order.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks the database, once for all who wait. */
final class FinalOrders {
  private static final String FINAL =
      """
      SELECT id, version, status, reason_code, reason_detail, changed_at
      FROM orders WHERE id = ANY (?) AND status <> 'PENDING'
      """;

  private FinalOrders() {}

  static List<FinalState> among(Transaction tx, Collection<UUID> orders) throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(FINAL)) {
      select.setArray(1, connection.createArrayOf("uuid", orders.toArray()));
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<FinalState>();
        while (rows.next()) {
          found.add(finalState(rows));
        }
        return found;
      }
    }
  }

  private static FinalState finalState(ResultSet row) throws SQLException {
    var code = row.getString("reason_code");
    Optional<Refusal> reason =
        code == null
            ? Optional.empty()
            : Optional.of(new Refusal(RefusalCode.valueOf(code), row.getString("reason_detail")));
    return new FinalState(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        OrderState.of(OrderStatus.valueOf(row.getString("status")), reason),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
