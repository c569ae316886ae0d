package dev.backstep.contracts;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
import java.util.UUID;

/** Commands to the payment of an order. */
public sealed interface PaymentCommand extends Command {
  /** Takes the money. */
  @WireType("backstep.payment.charge-payment.v1")
  record ChargePayment(UUID orderId, String customerId, Money amount, PaymentToken paymentToken)
      implements PaymentCommand {}

  /** Gives back all that was taken for that order; nothing if nothing was. */
  @WireType("backstep.payment.refund-payment.v1")
  record RefundPayment(UUID orderId) implements PaymentCommand {}
}
