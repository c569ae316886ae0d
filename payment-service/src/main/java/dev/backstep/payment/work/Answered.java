package dev.backstep.payment.work;

import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.Payment;

/** What the gateway said, on its way into the database. */
record Answered(Payment payment, long epoch, GatewayAnswer answer) {
  /** The same answer, for the payment as it is now. */
  Answered about(Payment current) {
    return new Answered(current, epoch, answer);
  }
}
