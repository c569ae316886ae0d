package dev.backstep.contracts.value;

import java.util.regex.Pattern;

/**
 * Where a parcel goes. Personal data: {@link #toString()} shows the country alone.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record ShippingAddress(
    String name, String street, String city, String postalCode, String country) {
  /** The longest field that a label can print. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern ISO_3166 = Pattern.compile("[A-Z]{2}");

  /**
   * Refuses blank or overlong fields and malformed countries with an {@link
   * IllegalArgumentException}.
   */
  public ShippingAddress {
    requireText("name", name);
    requireText("street", street);
    requireText("city", city);
    requireText("postalCode", postalCode);
    if (country == null || !ISO_3166.matcher(country).matches()) {
      throw new IllegalArgumentException("country is two capital letters (ISO 3166-1 alpha-2)");
    }
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(field + " is 1 to " + MAX_LENGTH + " characters");
    }
  }

  @Override
  public String toString() {
    return "ShippingAddress[" + country + "]";
  }
}
