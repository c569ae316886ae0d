package dev.backstep.contracts;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import java.util.List;
import java.util.UUID;

/** One message of each type, the same for ever. */
final class Samples {
  private static final UUID SAGA = UUID.fromString("0198a000-0000-7000-8000-000000000001");
  private static final UUID ORDER = UUID.fromString("0198a000-0000-7000-8000-000000000002");
  private static final Sku KETTLE = new Sku("KETTLE-STEEL");
  private static final OrderLines LINES =
      OrderLines.of(new OrderLine(new Sku("MUG-BLUE"), 2), new OrderLine(KETTLE, 1));
  private static final Money TOTAL = Money.euroCents(6_970);
  private static final Refusal REFUSAL =
      new Refusal(RefusalCode.OUT_OF_STOCK, "1 of KETTLE-STEEL ordered, 0 available");
  private static final PaymentToken TOKEN = new PaymentToken("pm_ok");
  private static final ShippingAddress ADDRESS =
      new ShippingAddress("Ada", "Hauptstr. 1", "Berlin", "10115", "DE");

  private static final SagaRequest.CheckoutRequested CHECKOUT =
      new SagaRequest.CheckoutRequested(SAGA, ORDER, "ada", LINES, TOTAL, TOKEN, ADDRESS);

  private Samples() {}

  static List<Message> all() {
    return List.of(
        new OrderCommand.ConfirmOrder(ORDER),
        new OrderCommand.CancelOrder(ORDER, REFUSAL),
        new OrderCommand.RevokeOrder(ORDER, REFUSAL),
        new OrderCommand.LeaveOrder(ORDER),
        new InventoryCommand.ReserveStock(ORDER, LINES),
        new InventoryCommand.ReleaseStock(ORDER),
        new InventoryCommand.SettleStock(ORDER),
        new InventoryCommand.UnsettleStock(ORDER),
        new PaymentCommand.ChargePayment(ORDER, "ada", TOTAL, TOKEN),
        new PaymentCommand.RefundPayment(ORDER),
        new ShippingCommand.BookShipment(ORDER, LINES, ADDRESS),
        new ShippingCommand.InitiateReturn(ORDER),
        new ReplyMessage(new CommandId(SAGA, "stock", Direction.DO), new Reply.Refused(REFUSAL)),
        CHECKOUT,
        new SagaRequest.CheckoutRequestedInLra(CHECKOUT, "http://lra.example/lra-coordinator/1"),
        new SagaRequest.CheckoutCalledBack(SAGA, ORDER),
        new OrderEvent.OrderPlaced(ORDER, 1, "ada", LINES, TOTAL),
        new OrderEvent.OrderConfirmed(ORDER, 2),
        new OrderEvent.OrderRejected(ORDER, 2, REFUSAL),
        new OrderEvent.OrderCancelled(ORDER, 2, REFUSAL),
        new OrderEvent.ShipmentBooked(ORDER, 1, "parcel-1"),
        new OrderEvent.ReturnInitiated(ORDER, 2, "parcel-1"),
        new InventoryEvent.ProductListed(KETTLE, 3, "Steel kettle", Money.euroCents(4_990)),
        new InventoryEvent.StockChanged(KETTLE, 7, 12, 3, 5),
        new PaymentEvent.PaymentCaptured(ORDER, 1, TOTAL, "ch_1"),
        new PaymentEvent.PaymentDeclined(ORDER, 1, TOTAL, REFUSAL),
        new PaymentEvent.PaymentRefunded(ORDER, 2, TOTAL, "re_1"),
        new SagaEvent.SagaStarted(SAGA, ORDER, 1, "checkout"),
        new SagaEvent.SagaTurnedBack(SAGA, ORDER, 3, "stock", REFUSAL),
        new SagaEvent.SagaCompleted(SAGA, ORDER, 12),
        new SagaEvent.SagaCompensated(SAGA, ORDER, 12, REFUSAL),
        new SagaEvent.SagaStuck(SAGA, ORDER, 9, "payment", "the gateway does not answer"),
        new SagaEvent.SagaResolved(SAGA, ORDER, 10, "refunded by phone"));
  }
}
