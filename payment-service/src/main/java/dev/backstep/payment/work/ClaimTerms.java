package dev.backstep.payment.work;

import dev.backstep.payment.Payment;
import java.time.Duration;

/**
 * On what terms this instance claims payments.
 *
 * @param owner this process, for people who look at the table
 * @param lease how long other instances stay away
 * @param endsAt when that is over at the latest, on the monotonic clock of this process
 */
public record ClaimTerms(String owner, Duration lease, long endsAt) {
  /** The epoch of a payment that is claimed as it is inserted. */
  public static final long FIRST_EPOCH = 1;

  /** The claim on a payment that was inserted on these terms. */
  public Claim first(Payment payment) {
    return new Claim(payment, FIRST_EPOCH, endsAt);
  }
}
