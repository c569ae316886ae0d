package dev.backstep.payment.work;

import dev.backstep.payment.Payment;
import java.time.Duration;

/**
 * The right of this instance to ask the gateway about a payment.
 *
 * @param epoch what the payment's row must still say when the answer is written
 * @param endsAt on the monotonic clock of this process, in nanoseconds
 */
public record Claim(Payment payment, long epoch, long endsAt) {
  /** Whether a question that may take so long would end in time. */
  boolean covers(Duration question, long now) {
    return endsAt - now > question.toNanos();
  }
}
