package dev.backstep.contracts;

/**
 * Something that happened. Free of personal data and payment tokens; readers ignore fields they do
 * not know.
 */
public sealed interface Event extends Message
    permits OrderEvent, InventoryEvent, PaymentEvent, SagaEvent {
  /** The record key: order id or SKU. Events of one key keep their order. */
  String key();

  /**
   * Counts up by one with each event of the same aggregate, from 1; an older version never
   * overwrites a newer.
   */
  long version();
}
