package dev.backstep.payment.participant;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.PaymentCommand;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.CommandHandler;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits a batch into charges and refunds: one or two statements for each kind. */
@Singleton
class PaymentHandler implements CommandHandler<PaymentCommand> {
  private final Charges charges;
  private final Refunds refunds;
  private final Hurry hurry;

  PaymentHandler(Charges charges, Refunds refunds, Hurry hurry) {
    this.charges = charges;
    this.refunds = refunds;
    this.hurry = hurry;
  }

  @Override
  public List<Outcome> handle(Transaction tx, List<Admitted<PaymentCommand>> commands)
      throws SQLException {
    var toCharge = new ArrayList<Admitted<ChargePayment>>();
    var toRefund = new ArrayList<Admitted<RefundPayment>>();
    for (var each : commands) {
      switch (each.command()) {
        case ChargePayment it -> toCharge.add(new Admitted<>(each.id(), it, each.traceparent()));
        case RefundPayment it -> toRefund.add(new Admitted<>(each.id(), it, each.traceparent()));
      }
    }
    Map<CommandId, Outcome> outcomes = new HashMap<>(charges.take(tx, toCharge));
    outcomes.putAll(refunds.take(tx, toRefund));
    return commands.stream().map(each -> outcome(outcomes, each.id())).toList();
  }

  @Override
  public void hurry(Transaction tx, List<Admitted<PaymentCommand>> commands) throws SQLException {
    hurry.take(tx, commands);
  }

  private static Outcome outcome(Map<CommandId, Outcome> outcomes, CommandId id) {
    var outcome = outcomes.get(id);
    if (outcome == null) {
      throw new IllegalStateException("no outcome for " + id);
    }
    return outcome;
  }
}
