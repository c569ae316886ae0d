package dev.backstep.e2e.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is special about an order, and so how it should end. */
public enum Kind {
  OK("pm_ok", "DE"),
  DECLINED("pm_declined", "DE"),
  INSUFFICIENT_FUNDS("pm_insufficient_funds", "DE"),
  OUT_OF_STOCK("pm_ok", "DE"),
  /** The card is charged and the gateway never says so. */
  TIMEOUT("pm_charged_then_timeout", "DE"),
  SLOW("pm_slow", "DE"),
  UNAVAILABLE("pm_unavailable_once", "DE"),
  UNSERVICEABLE("pm_ok", "XX");

  private final String paymentToken;
  private final String country;

  Kind(String paymentToken, String country) {
    this.paymentToken = paymentToken;
    this.country = country;
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
    return switch (this) {
      case OK, SLOW, UNAVAILABLE -> List.of("CONFIRMED");
      case TIMEOUT -> List.of("CONFIRMED", "TIMED_OUT");
      case DECLINED -> List.of("PAYMENT_DECLINED");
      case INSUFFICIENT_FUNDS, OUT_OF_STOCK -> List.of(name());
      case UNSERVICEABLE -> List.of("ADDRESS_NOT_SERVICEABLE");
    };
  }
}
