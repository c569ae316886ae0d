package dev.backstep.saga.checkout;

import static dev.backstep.saga.engine.SagaDefinition.saga;
import static dev.backstep.saga.engine.Step.run;
import static dev.backstep.saga.engine.Step.undo;

import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.InventoryCommand.UnsettleStock;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.OrderCommand.LeaveOrder;
import dev.backstep.contracts.OrderCommand.RevokeOrder;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.contracts.ShippingCommand.BookShipment;
import dev.backstep.contracts.ShippingCommand.InitiateReturn;
import dev.backstep.saga.engine.Policies;
import dev.backstep.saga.engine.SagaBuilder;
import dev.backstep.saga.engine.SagaDefinition;

/** Buys the goods of one order, or leaves no trace of having tried. */
public final class CheckoutSaga {
  private static final int BY_CARRIER = 2;

  /** As it runs in production. */
  public static final SagaDefinition<Checkout> DEFINITION = with(Policies.defaults());

  private CheckoutSaga() {}

  /** The same steps with other deadlines. */
  public static SagaDefinition<Checkout> with(Policies policies) {
    return untilPayment(policies)
        .compensatable(
            "shipment",
            run(c -> new BookShipment(c.orderId(), c.lines(), c.address())),
            undo(c -> new InitiateReturn(c.orderId())))
        .pivot(
            "confirmation",
            run(c -> new ConfirmOrder(c.orderId())),
            undo((c, cause) -> new RevokeOrder(c.orderId(), cause)))
        .retriable(
            "settlement",
            run(c -> new SettleStock(c.orderId())),
            undo(c -> new UnsettleStock(c.orderId())))
        .build();
  }

  /** The same, shipped by another team's service that speaks LRA. */
  public static SagaDefinition<Checkout> byCarrier(Policies policies) {
    return untilPayment(policies)
        .version(BY_CARRIER)
        .lraStep(
            "shipment",
            run(c -> new BookShipment(c.orderId(), c.lines(), c.address())),
            undo(c -> new InitiateReturn(c.orderId())))
        .pivot("confirmation", run(c -> new ConfirmOrder(c.orderId())))
        .retriable("settlement", run(c -> new SettleStock(c.orderId())))
        .build();
  }

  private static SagaBuilder<Checkout> untilPayment(Policies policies) {
    return saga("checkout", Checkout.class)
        .policies(policies)
        .undoOnly(
            "order",
            undo((c, cause) -> new CancelOrder(c.orderId(), cause)),
            c -> c.lra() == null ? null : new LeaveOrder(c.orderId()))
        .compensatable(
            "stock",
            run(c -> new ReserveStock(c.orderId(), c.lines())),
            undo(c -> new ReleaseStock(c.orderId())))
        .compensatable(
            "payment",
            run(c -> new ChargePayment(c.orderId(), c.customerId(), c.total(), c.paymentToken())),
            undo(c -> new RefundPayment(c.orderId())));
  }
}
