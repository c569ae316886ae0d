package dev.backstep.gateway;

/**
 * Money as the gateway's HTTP interface names it.
 *
 * @param minorUnits cents for EUR, never negative
 * @param currency ISO 4217 alphabetic code
 */
public record Amount(long minorUnits, String currency) {
  /** Refuses a negative amount or a malformed currency. */
  public Amount {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("an amount is not negative");
    }
    if (currency == null || !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("a currency is three capital letters (ISO 4217)");
    }
  }
}
