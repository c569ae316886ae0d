package dev.backstep.contracts;

import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.ShippingAddress;
import java.util.UUID;

/** Commands to shipping. */
public sealed interface ShippingCommand extends Command {
  /** Books a carrier. */
  @WireType("backstep.shipping.book-shipment.v1")
  record BookShipment(UUID orderId, OrderLines lines, ShippingAddress address)
      implements ShippingCommand {}

  /** Calls the parcel back, wherever it is. */
  @WireType("backstep.shipping.initiate-return.v1")
  record InitiateReturn(UUID orderId) implements ShippingCommand {}
}
