package dev.backstep.payment.work;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.payment.Payment;
import dev.backstep.payment.PaymentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A payment as its row has it.
 *
 * @param epoch counts claims and their ends
 */
public record PaymentRow(Payment payment, long epoch) {
  /** What {@link #read} needs, of a table called {@code p}. */
  public static final String COLUMNS =
      """
      p.order_id, p.saga_id, p.step, p.amount, p.currency, p.state, p.payment_token, p.charge_id, p.attempts,
      p.traceparent, p.claim_epoch
      """;

  /** Reads the current row. */
  public static PaymentRow read(ResultSet row) throws SQLException {
    var token = row.getString("payment_token");
    var payment =
        new Payment(
            row.getObject("order_id", UUID.class),
            new CommandId(
                row.getObject("saga_id", UUID.class), row.getString("step"), Direction.DO),
            new Money(row.getLong("amount"), row.getString("currency")),
            PaymentState.ofColumn(row.getString("state")),
            token == null ? null : new PaymentToken(token),
            row.getString("charge_id"),
            row.getInt("attempts"),
            row.getString("traceparent"));
    return new PaymentRow(payment, row.getLong("claim_epoch"));
  }

  /** Nobody asks the gateway without a claim: without one it cannot have charged. */
  public boolean wasEverClaimed() {
    return epoch > 0;
  }
}
