package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import java.util.UUID;

/** Asks the orchestrator for something about a saga. Asking twice is the same as asking once. */
public sealed interface SagaRequest extends Message {
  /** The id of the saga, chosen by whoever asks for its start. */
  UUID sagaId();

  /** What is asked for, as one word: with the saga's id it makes the id of the message. */
  @JsonIgnore
  String wish();

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
      implements SagaRequest {
    @JsonIgnore
    @Override
    public String wish() {
      return "start";
    }
  }

  /**
   * The same, and the saga has joined a long running action.
   *
   * @param lra its id, which is a URL
   */
  @WireType("backstep.checkout.requested-in-lra.v1")
  record CheckoutRequestedInLra(CheckoutRequested checkout, String lra) implements SagaRequest {
    @JsonIgnore
    @Override
    public UUID sagaId() {
      return checkout.sagaId();
    }

    @JsonIgnore
    @Override
    public String wish() {
      return checkout.wish();
    }
  }

  /**
   * The long running action of a saga was cancelled: whatever the saga has done is to be undone,
   * also after it had completed. Comes after the request that starts the saga.
   */
  @WireType("backstep.checkout.called-back.v1")
  record CheckoutCalledBack(UUID sagaId, UUID orderId) implements SagaRequest {
    @JsonIgnore
    @Override
    public String wish() {
      return "call-back";
    }
  }
}
