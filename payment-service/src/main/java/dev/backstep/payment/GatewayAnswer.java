package dev.backstep.payment;

import dev.backstep.contracts.value.Refusal;

/** What became of one question to the gateway. */
public sealed interface GatewayAnswer extends Happening {
  /** The money was taken. */
  record Charged(String chargeId) implements GatewayAnswer {}

  /** The money was not taken, and will not be under this key. */
  record Declined(Refusal refusal) implements GatewayAnswer {}

  /** The money was given back. */
  record Refunded(String refundId) implements GatewayAnswer {}

  /**
   * Nobody knows: it may have happened. Ask again with the same key.
   *
   * @param why for logs; free of payment tokens
   */
  record Silence(String why) implements GatewayAnswer {}

  /** The gateway was not asked, because it is known not to answer at present. */
  record NotAsked() implements GatewayAnswer {}
}
