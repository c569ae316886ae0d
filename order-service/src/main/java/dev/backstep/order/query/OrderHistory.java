package dev.backstep.order.query;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The states an order was in. */
final class OrderHistory {
  private static final String AFTER =
      """
      SELECT h.order_id, h.version, h.status, h.at, o.reason_code, o.reason_detail
      FROM order_history h JOIN orders o ON o.id = h.order_id
      WHERE h.order_id = ? AND h.version > ?
      ORDER BY h.version
      """;

  private OrderHistory() {}

  static List<StateChange> after(Transaction tx, UUID orderId, long version) throws SQLException {
    try (var select = tx.connection().prepareStatement(AFTER)) {
      select.setObject(1, orderId);
      select.setLong(2, version);
      try (var rows = select.executeQuery()) {
        var changes = new ArrayList<StateChange>();
        while (rows.next()) {
          changes.add(change(rows));
        }
        return changes;
      }
    }
  }

  private static StateChange change(ResultSet row) throws SQLException {
    var status = OrderStatus.valueOf(row.getString("status"));
    return new StateChange(
        row.getObject("order_id", UUID.class),
        row.getLong("version"),
        status,
        row.getObject("at", OffsetDateTime.class).toInstant(),
        status.isFinal() ? reason(row) : null);
  }

  private static @Nullable Reason reason(ResultSet row) throws SQLException {
    var code = row.getString("reason_code");
    return code == null
        ? null
        : Reason.of(new Refusal(RefusalCode.valueOf(code), row.getString("reason_detail")));
  }
}
