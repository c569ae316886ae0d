package dev.backstep.payment;

import java.util.Locale;

/** Where a payment is. */
public enum PaymentState {
  /** To be charged; no answer was missed yet. */
  PROCESSING,
  /**
   * The gateway was asked and did not answer: it may have charged. Asked again until it is known.
   */
  UNKNOWN,
  /** To be refunded, as soon as it is known whether there is a charge. */
  RECALLED,
  /** Charged. */
  CAPTURED,
  /** Not charged, for good. */
  DECLINED,
  /** Charged, and to be refunded; asked until it is known. */
  REFUNDING,
  /** Charged and refunded, in full. */
  REFUNDED,
  /** Called off before the gateway heard of it. */
  CANCELLED;

  /** What the gateway has to be asked for now. */
  public Question question() {
    return switch (this) {
      case PROCESSING, UNKNOWN, RECALLED -> Question.CHARGE;
      case REFUNDING -> Question.REFUND;
      case CAPTURED, DECLINED, REFUNDED, CANCELLED -> Question.NONE;
    };
  }

  /** As it stands in the table. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #column} wrote. */
  public static PaymentState ofColumn(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  /** What the gateway can be asked for. */
  public enum Question {
    CHARGE,
    REFUND,
    NONE
  }
}
