package dev.backstep.contracts;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import java.util.UUID;

/** Asks the orchestrator to start a saga. Asking twice with the same saga id starts one. */
public sealed interface SagaRequest extends Message {
  /** The id of the saga to start, chosen by whoever asks. */
  UUID sagaId();

  /** An order was recorded PENDING and wants to be carried through stock, payment and shipment. */
  @WireType("backstep.checkout.requested.v1")
  record CheckoutRequested(
      UUID sagaId,
      UUID orderId,
      String customerId,
      OrderLines lines,
      Money total,
      PaymentToken paymentToken,
      ShippingAddress address)
      implements SagaRequest {}
}
