package dev.backstep.order.intake;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Sku;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an order costs. Pure. */
sealed interface Quote {
  /** The price of each line, and of all. */
  record Priced(List<PricedLine> lines, Money total) implements Quote {}

  /** These are not on sale. */
  record UnknownProducts(List<Sku> skus) implements Quote {}

  /** Too much money, or too many currencies. */
  record NotPriceable(String why) implements Quote {}

  /** A line at its price of this moment. */
  record PricedLine(OrderLine line, Money unitPrice) {}

  /** Prices an order, by prices that may be those of more products. */
  static Quote of(OrderLines lines, Map<Sku, Money> prices) {
    var unknown =
        lines.lines().stream().map(OrderLine::sku).filter(sku -> !prices.containsKey(sku)).toList();
    return unknown.isEmpty() ? priced(lines, prices) : new UnknownProducts(unknown);
  }

  private static Quote priced(OrderLines lines, Map<Sku, Money> prices) {
    var priced =
        lines.lines().stream()
            .map(line -> new PricedLine(line, Objects.requireNonNull(prices.get(line.sku()))))
            .toList();
    if (priced.stream().map(each -> each.unitPrice().currency()).distinct().count() > 1) {
      return new NotPriceable(
          "The products are sold in different currencies; order them separately.");
    }
    try {
      return new Priced(priced, total(priced));
    } catch (IllegalArgumentException _) {
      return new NotPriceable("The total is larger than any order may be.");
    }
  }

  private static Money total(List<PricedLine> lines) {
    return lines.stream()
        .map(each -> each.unitPrice().times(each.line().quantity()))
        .reduce(Money::plus)
        .orElseThrow();
  }
}
