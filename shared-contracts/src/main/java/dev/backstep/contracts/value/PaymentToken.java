package dev.backstep.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What the payment gateway gave the shopper's browser in exchange for a card. It can be charged, so
 * it never shows in a log: {@link #toString()} masks it.
 *
 * @param value {@code pm_} and 1 to 64 letters, digits and underscores
 */
public record PaymentToken(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("pm_[A-Za-z0-9_]{1,64}");

  /**
   * Refuses anything else with an {@link IllegalArgumentException} that does not repeat the value.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PaymentToken {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a payment token is pm_ and 1 to 64 letters, digits and underscores");
    }
  }

  @Override
  public String toString() {
    return "pm_****";
  }
}
