package dev.backstep.saga.schedule;

import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.saga.schedule.GatewayModel.Card;
import java.util.UUID;

/** Shoppers of every kind, a dozen at most. */
final class Shoppers {
  private static final int MOST = 12;

  private final World world;
  private int placed;

  Shoppers(World world) {
    this.world = world;
  }

  void place(Move move) {
    if (placed < MOST) {
      placed++;
      world.orders.place(request(move));
    }
  }

  /** Ids come from the move's numbers, so that a schedule plays the same every time. */
  private CheckoutRequested request(Move move) {
    var cards = Card.values();
    var card = cards[Math.min(move.which() % 5, cards.length) % cards.length];
    int units = 1 + move.how() % 3;
    return new CheckoutRequested(
        new UUID(mixed(move), placed),
        new UUID(mixed(move), 1_000L + placed),
        "alice",
        OrderLines.of(new OrderLine(StockModel.SKU, units)),
        Money.euroCents(100L * units),
        new PaymentToken("pm_" + card.name()),
        new ShippingAddress(
            "A", "B 1", "C", "D", move.how() % 7 == 0 ? ParcelsModel.NOWHERE : "DE"));
  }

  private static long mixed(Move move) {
    return (move.which() * 31L + move.how()) * 0x9E3779B97F4A7C15L;
  }
}
