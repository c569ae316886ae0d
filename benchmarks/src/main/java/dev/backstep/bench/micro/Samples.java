package dev.backstep.bench.micro;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import java.util.UUID;

/** An ordinary checkout of two products, and what is said about it. */
final class Samples {
  static final UUID SAGA = UUID.fromString("0193b3a8-0000-7000-8000-000000000001");
  static final UUID ORDER = UUID.fromString("0193b3a8-0000-7000-8000-000000000002");

  static final OrderLines LINES =
      OrderLines.of(
          new OrderLine(new Sku("KETTLE-STEEL"), 1), new OrderLine(new Sku("MUG-BLUE"), 2));

  static final CheckoutRequested REQUEST =
      new CheckoutRequested(
          SAGA,
          ORDER,
          "ada",
          LINES,
          Money.euroCents(6_970),
          new PaymentToken("pm_ok"),
          new ShippingAddress("Ada", "Hauptstr. 1", "Berlin", "10115", "DE"));

  private Samples() {}

  static ReplyMessage done(String step) {
    return new ReplyMessage(
        new CommandId(SAGA, step, Direction.DO), new Reply.Done(ORDER.toString()));
  }

  static Message message(MessageKind kind) {
    return switch (kind) {
      case REQUEST -> REQUEST;
      case COMMAND -> new ReserveStock(ORDER, LINES);
      case REPLY -> done("stock");
      case EVENT -> new OrderConfirmed(ORDER, 2);
    };
  }
}
