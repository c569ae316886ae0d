package dev.backstep.payment.participant;

import dev.backstep.contracts.PaymentCommand;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.payment.work.Handover;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A command that comes again while its answer is due has the gateway asked at once, instead of when
 * the pause after the last silence is over: the gateway may be back, and somebody may know.
 */
@Singleton
class Hurry {
  // Rows that others work at are passed over: the gateway is being asked, or was answered.
  static final String HURRY =
      """
      WITH paused AS (
        SELECT order_id FROM payment
        WHERE order_id = ANY (?) AND claim_owner IS NULL AND due_at > now()
        ORDER BY order_id
        FOR UPDATE SKIP LOCKED
      )
      UPDATE payment p SET due_at = now() FROM paused WHERE p.order_id = ANY (ARRAY[paused.order_id])
      """;

  private final Handover handover;

  Hurry(Handover handover) {
    this.handover = handover;
  }

  void take(Transaction tx, List<Admitted<PaymentCommand>> commands) throws SQLException {
    var connection = tx.connection();
    try (var update = connection.prepareStatement(HURRY)) {
      var orders = commands.stream().map(Hurry::order).toArray(UUID[]::new);
      update.setArray(1, connection.createArrayOf("uuid", orders));
      if (update.executeUpdate() > 0) {
        tx.afterCommit(handover::due);
      }
    }
  }

  private static UUID order(Admitted<PaymentCommand> command) {
    return switch (command.command()) {
      case PaymentCommand.ChargePayment it -> it.orderId();
      case PaymentCommand.RefundPayment it -> it.orderId();
    };
  }
}
