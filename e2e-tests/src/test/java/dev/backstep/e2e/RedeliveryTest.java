package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.ShippingCommand.BookShipment;
import dev.backstep.contracts.ShippingCommand.InitiateReturn;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.stack.layout.Part;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Audited
class RedeliveryTest {
  private static final int ORDERS = 60;
  private static final Mix MIX =
      Mix.parse("declined=15,insufficient-funds=5,out-of-stock=15,unserviceable=25,slow=5");

  private final Product kettle = Product.onSale(24_90, 10);

  @Test
  void hasNoSecondEffectWhenEverythingIsDeliveredTwice() throws Exception {
    var sale = new Sale(Backstep.layout());
    sale.stock(ORDERS);
    try (var doubler = new Doubler()) {
      var takings = sale.sell(MIX.deal(ORDERS, new Random(1)), new Pace.Queue(20));
      assertThat(takings.areComplete()).as("%s", takings).isTrue();
      Consumers.awaitCaughtUp();
      assertThat(doubler.copies()).isGreaterThan(ORDERS * 6);
    }
    Consumers.awaitCaughtUp();
    assertThat(
            Books.count(
                Part.SAGA_ORCHESTRATOR,
                "SELECT count(*) FROM saga_log WHERE outcome IN ('DUPLICATE', 'LATE')"))
        .as("replies that were recognised as known")
        .isPositive();
    Audited.Afterwards.auditAtRest();
  }

  @Test
  void doesNothingForADoThatComesAfterItsUndo() throws Exception {
    var saga = UUID.randomUUID();
    var order = UUID.randomUUID();
    try (var postman = new Postman()) {
      postman.send(undo(saga, "stock"), new ReleaseStock(order));
      postman.send(undo(saga, "payment"), new RefundPayment(order));
      postman.send(undo(saga, "shipment"), new InitiateReturn(order));
      postman.send(run(saga, "stock"), new ReserveStock(order, lines()));
      postman.send(
          run(saga, "payment"),
          new ChargePayment(order, "alice", Money.euroCents(1), new PaymentToken("pm_ok")));
      postman.send(run(saga, "shipment"), new BookShipment(order, lines(), address()));
    }
    awaitTombstones(Part.INVENTORY_SERVICE, saga, 1);
    awaitTombstones(Part.PAYMENT_SERVICE, saga, 1);
    awaitTombstones(Part.ORDER_SERVICE, saga, 1);
    Consumers.awaitCaughtUp();
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
    assertThat(Books.ledger().capturesOf(order)).isEmpty();
    assertThat(Books.shipment(order)).isEmpty();
  }

  private static void awaitTombstones(Part service, UUID saga, long expected) {
    await()
        .atMost(Backstep.SOON)
        .until(() ->
            Books.count(
                    service,
                    "SELECT count(*) FROM barrier WHERE saga_id = ? AND state = 'tombstone'",
                    saga)
                == expected);
  }

  @Test
  void changesNothingForAReplyThatComesAfterTheSagaTurnedBack() {
    var order = anOrder().of(kettle, 1).paidWith("pm_declined").place();
    order.whenFinal();
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
    int before = order.sagaNow().log().size();
    try (var postman = new Postman()) {
      for (var step : List.of("payment", "shipment")) {
        postman.send(new ReplyMessage(run(order.saga(), step), new Reply.Done("late")));
      }
    }
    await().atMost(Backstep.SOON).until(() -> order.sagaNow().log().size() == before + 2);
    assertThat(order.sagaNow().state()).isEqualTo("COMPENSATED");
    assertThat(order.sagaNow().outcomes("payment", "do")).containsExactly("REFUSED", "DUPLICATE");
    assertThat(order.look().getString("status")).isEqualTo("REJECTED");
  }

  @Test
  void keepsNothingOfAStepThatAnswersAfterTheSagaGaveUpOnIt() {
    var order = placedWhileInventorySleepsPastItsDeadline();
    assertThat(order.whenFinal().getString("reason.code")).isEqualTo("TIMED_OUT");
    var saga = order.sagaWhenFinal();
    assertThat(saga.state()).isEqualTo("COMPENSATED");
    assertThat(saga.outcomes("stock", "do")).contains("RESENT", "TIMED_OUT", "LATE");
    assertThat(saga.outcomes("stock", "undo")).contains("UNDONE");
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  private Placed placedWhileInventorySleepsPastItsDeadline() {
    Backstep.stack().pause(Part.INVENTORY_SERVICE);
    try {
      var order = anOrder().of(kettle, 1).place();
      await().atMost(Backstep.SOON).until(() -> "COMPENSATING".equals(order.stateOfSaga()));
      return order;
    } finally {
      Backstep.stack().resume(Part.INVENTORY_SERVICE);
    }
  }

  private OrderLines lines() {
    return OrderLines.of(new OrderLine(new Sku(kettle.sku()), 1));
  }

  private static ShippingAddress address() {
    return new ShippingAddress("A. Shopper", "Main Street 1", "Berlin", "10115", "DE");
  }

  private static CommandId run(UUID saga, String step) {
    return new CommandId(saga, step, Direction.DO);
  }

  private static CommandId undo(UUID saga, String step) {
    return new CommandId(saga, step, Direction.UNDO);
  }
}
