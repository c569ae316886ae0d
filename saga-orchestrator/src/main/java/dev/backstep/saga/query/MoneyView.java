package dev.backstep.saga.query;

import dev.backstep.contracts.value.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** An amount, or a difference of amounts, in minor units. */
public record MoneyView(long minor, String currency) {
  private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "USD", "$", "GBP", "£");

  private static final int HUNDREDTHS = 2;

  /** The same amount. */
  public static MoneyView of(Money money) {
    return new MoneyView(money.minorUnits(), money.currency());
  }

  /** As a sentence has it: {@code €1,742.60}. */
  public String text() {
    int digits = digits();
    var symbol = SYMBOLS.getOrDefault(currency, currency + " ");
    var amount =
        String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(minor) / Math.pow(10, digits));
    return (minor < 0 ? "−" : "") + symbol + amount;
  }

  private int digits() {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException _) {
      return HUNDREDTHS; // no currency that Java knows; most have hundredths
    }
  }
}
