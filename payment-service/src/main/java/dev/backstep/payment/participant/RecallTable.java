package dev.backstep.payment.participant;

import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.payment.PaymentState;
import dev.backstep.payment.work.PaymentRow;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the payments that a saga wants back, and writes that it does. */
final class RecallTable {
  // Locked in key order, so that two batches never wait for each other in a circle.
  static final String LOCK =
      "SELECT "
          + PaymentRow.COLUMNS
          + """
          FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::uuid[]) AS saga_id) AS n
          JOIN payment p ON p.order_id = ANY (ARRAY[n.order_id]) AND p.saga_id = n.saga_id
          ORDER BY n.order_id
          FOR UPDATE OF p
          """;

  // A claim goes on: whoever asks the gateway now finds the new state when he writes the answer.
  // Without one the gateway can be asked at once, for the refund or for news of the charge.
  static final String RECALL =
      """
      UPDATE payment p
      SET state = n.state,
          payment_token = CASE WHEN n.state = 'recalled' THEN p.payment_token END,
          due_at = CASE WHEN n.state = 'cancelled' THEN NULL
                        WHEN p.claim_owner IS NULL THEN now()
                        ELSE p.due_at END,
          attempts = 0,
          traceparent = n.traceparent,
          changed_at = now()
      FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::text[]) AS state, unnest(?::text[]) AS traceparent) AS n
      WHERE p.order_id = ANY (ARRAY[n.order_id])
      """;

  private RecallTable() {}

  record Recalled(UUID orderId, PaymentState next, @Nullable String traceparent) {}

  /** The payments by saga; a saga that has none is missing. */
  static Map<UUID, PaymentRow> lock(Transaction tx, List<Admitted<RefundPayment>> commands)
      throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(LOCK)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid", commands.stream().map(it -> it.command().orderId()).toArray()));
      select.setArray(
          2,
          connection.createArrayOf("uuid", commands.stream().map(it -> it.id().saga()).toArray()));
      try (var rows = select.executeQuery()) {
        var found = new HashMap<UUID, PaymentRow>();
        while (rows.next()) {
          var row = PaymentRow.read(rows);
          found.put(row.payment().chargeCommand().saga(), row);
        }
        return found;
      }
    }
  }

  static void recall(Transaction tx, List<Recalled> payments) throws SQLException {
    if (payments.isEmpty()) {
      return;
    }
    var connection = tx.connection();
    try (var update = connection.prepareStatement(RECALL)) {
      update.setArray(
          1, connection.createArrayOf("uuid", payments.stream().map(Recalled::orderId).toArray()));
      update.setArray(
          2,
          connection.createArrayOf(
              "text", payments.stream().map(it -> it.next().column()).toArray()));
      update.setArray(
          3,
          connection.createArrayOf("text", payments.stream().map(Recalled::traceparent).toArray()));
      update.executeUpdate();
    }
  }
}
