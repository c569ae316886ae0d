package dev.backstep.order.query;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;

/**
 * Why an order did not come to be.
 *
 * @param code stable, for programs
 * @param message a sentence that a customer understands
 */
public record Reason(RefusalCode code, String message) {
  /** Puts a refusal into a customer's words. */
  static Reason of(Refusal refusal) {
    return new Reason(refusal.code(), message(refusal));
  }

  private static String message(Refusal refusal) {
    return switch (refusal.code()) {
      case OUT_OF_STOCK -> sentence("There is not enough stock", refusal.detail());
      case UNKNOWN_PRODUCT -> sentence("A product is no longer sold", refusal.detail());
      case PAYMENT_DECLINED -> "Your card was declined. Please try another one.";
      case INSUFFICIENT_FUNDS -> "There is not enough money on your card. Please try another one.";
      case ADDRESS_NOT_SERVICEABLE -> "We cannot deliver to this address.";
      case TIMED_OUT ->
          "We could not complete your order in time. If you were charged, you get your money back.";
      case CANCELLED -> "The order was called off.";
      case NOT_POSSIBLE ->
          "We could not complete your order. If you were charged, you get your money back.";
    };
  }

  // Inventory's detail names the products.
  private static String sentence(String general, String detail) {
    return detail.isBlank() ? general + "." : general + ": " + detail + ".";
  }
}
