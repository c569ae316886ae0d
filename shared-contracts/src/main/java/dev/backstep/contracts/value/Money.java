package dev.backstep.contracts.value;

import java.util.regex.Pattern;

/**
 * An amount of money, never negative.
 *
 * @param minorUnits cents for EUR, 0 to {@value #MAX_MINOR_UNITS}
 * @param currency ISO 4217 alphabetic code
 */
public record Money(long minorUnits, String currency) {
  /** Ten billion euros; far below overflow even when every order of a lifetime is added up. */
  public static final long MAX_MINOR_UNITS = 1_000_000_000_000L;

  private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");

  /**
   * Refuses a negative or absurd amount, or a malformed currency, with an {@link
   * IllegalArgumentException}.
   */
  public Money {
    if (minorUnits < 0 || minorUnits > MAX_MINOR_UNITS) {
      throw new IllegalArgumentException(
          "an amount is 0 to " + MAX_MINOR_UNITS + " minor units, not " + minorUnits);
    }
    if (currency == null || !ISO_4217.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters (ISO 4217)");
    }
  }

  /** Euro cents. */
  public static Money euroCents(long cents) {
    return new Money(cents, "EUR");
  }

  /** The sum; refuses a different currency with an {@link IllegalArgumentException}. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** This amount, so many times. */
  public Money times(int factor) {
    return new Money(Math.multiplyExact(minorUnits, factor), currency);
  }
}
