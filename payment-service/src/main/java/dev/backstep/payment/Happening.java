package dev.backstep.payment;

/** What can happen to a payment. */
public sealed interface Happening permits GatewayAnswer, Happening.Recall, Happening.CallOff {
  /** The saga turned back, and the gateway may have been asked for the charge. */
  record Recall() implements Happening {}

  /** The saga turned back before the gateway was asked. */
  record CallOff() implements Happening {}
}
