package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Refusal;
import java.util.UUID;

/** The life of an order and of its parcel, keyed by order id. */
public sealed interface OrderEvent extends Event {
  UUID orderId();

  @JsonIgnore
  @Override
  default String key() {
    return orderId().toString();
  }

  /** Accepted and PENDING. */
  @WireType("backstep.order.placed.v1")
  record OrderPlaced(UUID orderId, long version, String customerId, OrderLines lines, Money total)
      implements OrderEvent {}

  /** Final and good. */
  @WireType("backstep.order.confirmed.v1")
  record OrderConfirmed(UUID orderId, long version) implements OrderEvent {}

  /** Final: a step was refused or timed out. */
  @WireType("backstep.order.rejected.v1")
  record OrderRejected(UUID orderId, long version, Refusal reason) implements OrderEvent {}

  /** Final: called off. */
  @WireType("backstep.order.cancelled.v1")
  record OrderCancelled(UUID orderId, long version, Refusal reason) implements OrderEvent {}

  /** A carrier will come for the parcel. The version counts the parcel's own events. */
  @WireType("backstep.shipping.booked.v1")
  record ShipmentBooked(UUID orderId, long version, String parcel) implements OrderEvent {}

  /** The parcel is called back. */
  @WireType("backstep.shipping.return-initiated.v1")
  record ReturnInitiated(UUID orderId, long version, String parcel) implements OrderEvent {}
}
