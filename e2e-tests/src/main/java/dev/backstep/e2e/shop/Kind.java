package dev.backstep.e2e.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is special about an order, and so how it should end. */
public enum Kind {
  OK("pm_ok", "DE", "CONFIRMED"),
  DECLINED("pm_declined", "DE", "PAYMENT_DECLINED"),
  INSUFFICIENT_FUNDS("pm_insufficient_funds", "DE", "INSUFFICIENT_FUNDS"),
  OUT_OF_STOCK("pm_ok", "DE", "OUT_OF_STOCK"),
  /** The card is charged and the gateway never says so. */
  TIMEOUT("pm_charged_then_timeout", "DE", "CONFIRMED", "TIMED_OUT"),
  SLOW("pm_slow", "DE", "CONFIRMED"),
  UNAVAILABLE("pm_unavailable_once", "DE", "CONFIRMED"),
  UNSERVICEABLE("pm_ok", "XX", "ADDRESS_NOT_SERVICEABLE");

  private final String paymentToken;
  private final String country;
  private final List<String> expected;

  Kind(String paymentToken, String country, String... expected) {
    this.paymentToken = paymentToken;
    this.country = country;
    this.expected = List.of(expected);
  }

  /** The name in {@code --mix}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Kind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  String paymentToken() {
    return paymentToken;
  }

  String country() {
    return country;
  }

  /** The endings that are right for it, by {@link Ending#label}. */
  List<String> expected() {
    return expected;
  }
}
