package dev.backstep.payment.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.payment.PaymentState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of a payment.
 *
 * @param amount what the order costs
 * @param captured what was taken: nothing or the amount
 * @param refunded what was given back: nothing or all that was taken
 * @param refusal why nothing was taken, if it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
    UUID orderId,
    PaymentState state,
    Money amount,
    Money captured,
    Money refunded,
    @Nullable String chargeId,
    @Nullable String refundId,
    @Nullable Refusal refusal,
    Instant createdAt,
    Instant changedAt) {

  static PaymentView of(PaymentRecord it) {
    return new PaymentView(
        it.orderId,
        PaymentState.ofColumn(it.state),
        new Money(it.amount, it.currency),
        new Money(it.captured, it.currency),
        new Money(it.refunded, it.currency),
        it.chargeId,
        it.refundId,
        it.refusalCode == null
            ? null
            : new Refusal(it.refusalCode, it.refusalDetail == null ? "" : it.refusalDetail),
        it.createdAt,
        it.changedAt);
  }
}
