package dev.backstep.contracts;

import java.util.UUID;

/** An order to a participant to do, or undo, one thing. Readers refuse fields they do not know. */
public sealed interface Command extends Message
    permits OrderCommand, InventoryCommand, PaymentCommand, ShippingCommand {
  /** The order that all of this is about: the business key of the saga. */
  UUID orderId();
}
