package dev.backstep.gateway;

/** What a payment token makes the gateway do. */
enum TestToken {
  OK,
  DECLINED,
  INSUFFICIENT_FUNDS,
  /** Answers late. */
  SLOW,
  /** Takes the money and leaves the first caller without an answer. */
  CHARGED_THEN_TIMEOUT,
  /** Fails the first call of each key, without an effect. */
  UNAVAILABLE_ONCE;

  /** The behaviour behind {@code pm_…}; tokens nobody issued are declined. */
  static TestToken of(String paymentToken) {
    return switch (paymentToken) {
      case "pm_ok" -> OK;
      case "pm_insufficient_funds" -> INSUFFICIENT_FUNDS;
      case "pm_slow" -> SLOW;
      case "pm_charged_then_timeout" -> CHARGED_THEN_TIMEOUT;
      case "pm_unavailable_once" -> UNAVAILABLE_ONCE;
      default -> DECLINED;
    };
  }
}
