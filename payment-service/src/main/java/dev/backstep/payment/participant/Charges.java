package dev.backstep.payment.participant;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.payment.Payment;
import dev.backstep.payment.PaymentState;
import dev.backstep.payment.work.ClaimTerms;
import dev.backstep.payment.work.Handover;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores what is to be charged. Whoever asks the gateway does so after the commit. */
@Singleton
class Charges {
  private static final Outcome ANOTHER_PAYMENT =
      Outcome.refused(RefusalCode.NOT_POSSIBLE, "the order has a payment of another saga");

  private final Handover handover;

  Charges(Handover handover) {
    this.handover = handover;
  }

  Map<CommandId, Outcome> take(Transaction tx, List<Admitted<ChargePayment>> commands)
      throws SQLException {
    if (commands.isEmpty()) {
      return Map.of();
    }
    var terms = handover.terms(commands.size());
    var inserted = IntentTable.insert(tx, commands, terms);
    handOver(tx, commands, inserted, terms);
    var outcomes = new HashMap<CommandId, Outcome>();
    for (var each : commands) {
      outcomes.put(
          each.id(), inserted.contains(each.id().saga()) ? Outcome.later() : ANOTHER_PAYMENT);
    }
    return outcomes;
  }

  private void handOver(
      Transaction tx,
      List<Admitted<ChargePayment>> commands,
      Set<UUID> inserted,
      Optional<ClaimTerms> terms) {
    if (terms.isEmpty()) {
      tx.afterCommit(handover::due);
      return;
    }
    var claims =
        commands.stream()
            .filter(each -> inserted.contains(each.id().saga()))
            .map(each -> terms.get().first(payment(each)))
            .toList();
    tx.afterCommit(() -> handover.accept(claims));
  }

  private static Payment payment(Admitted<ChargePayment> it) {
    var command = it.command();
    return new Payment(
        command.orderId(),
        it.id(),
        command.amount(),
        PaymentState.PROCESSING,
        command.paymentToken(),
        null,
        0,
        it.traceparent());
  }
}
