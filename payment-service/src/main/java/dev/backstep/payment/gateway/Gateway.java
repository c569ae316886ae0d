package dev.backstep.payment.gateway;

import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.Payment;

/**
 * Takes money and gives it back. A question may be repeated at any time: the key that goes with it
 * makes it one effect. Blocks for at most the configured timeout; never call it in a transaction.
 */
public interface Gateway {
  /** Asks for what that payment waits for. Expected outcomes, silence included, are values. */
  GatewayAnswer ask(Payment payment);
}
