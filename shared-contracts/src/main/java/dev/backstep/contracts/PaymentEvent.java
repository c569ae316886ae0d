package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Refusal;
import java.util.UUID;

/** The life of a payment, keyed by order id. */
public sealed interface PaymentEvent extends Event {
  UUID orderId();

  @JsonIgnore
  @Override
  default String key() {
    return orderId().toString();
  }

  /** The gateway took the money. */
  @WireType("backstep.payment.captured.v1")
  record PaymentCaptured(UUID orderId, long version, Money amount, String chargeId)
      implements PaymentEvent {}

  /** The gateway said no. */
  @WireType("backstep.payment.declined.v1")
  record PaymentDeclined(UUID orderId, long version, Money amount, Refusal reason)
      implements PaymentEvent {}

  /** The gateway gave the money back. */
  @WireType("backstep.payment.refunded.v1")
  record PaymentRefunded(UUID orderId, long version, Money amount, String refundId)
      implements PaymentEvent {}
}
