package dev.backstep.payment.participant;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.payment.Happening;
import dev.backstep.payment.PaymentState;
import dev.backstep.payment.participant.RecallTable.Recalled;
import dev.backstep.payment.work.Handover;
import dev.backstep.payment.work.PaymentRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns payments back. One that the gateway never heard of is cancelled here and now; every other
 * waits until the charge is known and given back.
 */
@Singleton
class Refunds {
  private static final Outcome NO_PAYMENT =
      Outcome.refused(RefusalCode.NOT_POSSIBLE, "the order has no payment of this saga");

  private final Handover handover;

  Refunds(Handover handover) {
    this.handover = handover;
  }

  Map<CommandId, Outcome> take(Transaction tx, List<Admitted<RefundPayment>> commands)
      throws SQLException {
    if (commands.isEmpty()) {
      return Map.of();
    }
    var payments = RecallTable.lock(tx, commands);
    var outcomes = new HashMap<CommandId, Outcome>();
    var recalled = new ArrayList<Recalled>();
    for (var each : commands) {
      var row = payments.get(each.id().saga());
      if (row == null) {
        outcomes.put(each.id(), NO_PAYMENT);
      } else {
        var next = row.payment().decide(happening(row)).next();
        outcomes.put(
            each.id(), next == PaymentState.CANCELLED ? Outcome.undone() : Outcome.later());
        recalled.add(new Recalled(row.payment().orderId(), next, each.traceparent()));
      }
    }
    RecallTable.recall(tx, recalled);
    tx.afterCommit(handover::due);
    return outcomes;
  }

  private static Happening happening(PaymentRow row) {
    return row.wasEverClaimed() ? new Happening.Recall() : new Happening.CallOff();
  }
}
