package dev.backstep.order.intake;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.order.testing.Orchestrator;
import java.util.stream.Stream;

/** Good wishes. */
final class Wishes {
  private Wishes() {}

  /** One of each product. */
  static Wish wish(String customer, String key, Sku... products) {
    var lines = Stream.of(products).map(sku -> new OrderLine(sku, 1)).toList();
    return Wish.of(
        customer,
        new IdempotencyKey(key),
        new OrderRequest(
            new OrderLines(lines),
            new PaymentToken("pm_ok"),
            new ShippingAddress("Ada", "12 Secret Street", "Berlin", "10115", "DE")),
        new Traceparent(Orchestrator.TRACE));
  }
}
