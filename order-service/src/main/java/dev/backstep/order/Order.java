package dev.backstep.order;

import dev.backstep.contracts.OrderCommand;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.OrderCommand.LeaveOrder;
import dev.backstep.contracts.OrderCommand.RevokeOrder;
import dev.backstep.contracts.OrderEvent.OrderCancelled;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.OrderEvent.OrderRejected;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.order.OrderState.Cancelled;
import dev.backstep.order.OrderState.Confirmed;
import dev.backstep.order.OrderState.Pending;
import dev.backstep.order.OrderState.Rejected;
import java.util.UUID;

/**
 * An order as far as its life is concerned. Duplicates are recognised before they come here: a pair
 * of state and command that is not listed is an {@link IllegalTransitionException}.
 *
 * @param version counts the states, from 1
 */
public record Order(UUID id, long version, OrderState state) {
  /** What becomes of this order under that command. */
  public Decision decide(OrderCommand command) {
    return switch (command) {
      case ConfirmOrder _ -> confirm();
      case CancelOrder(_, var reason) -> cancel(reason);
      case RevokeOrder(_, var reason) -> revoke(reason);
      case LeaveOrder _ ->
          new Decision.Refuses(
              new Refusal(RefusalCode.NOT_POSSIBLE, "its checkout was settled by hand"));
    };
  }

  private Decision confirm() {
    return switch (state) {
      case Pending _ ->
          new Decision.Moves(to(new Confirmed()), new OrderConfirmed(id, version + 1));
      case Rejected _, Cancelled _ ->
          new Decision.Refuses(
              new Refusal(RefusalCode.CANCELLED, "the order is " + state.status()));
      case Confirmed _ -> throw new IllegalTransitionException(this, "confirmed");
    };
  }

  private Decision cancel(Refusal reason) {
    return switch (state) {
      case Pending _ -> turnDown(reason);
      case Cancelled _ -> new Decision.Stays(); // its confirmation was revoked before
      case Confirmed _, Rejected _ -> throw new IllegalTransitionException(this, "cancelled");
    };
  }

  /** The order is cancelled before anything else is taken back: nobody shall ship it any more. */
  private Decision revoke(Refusal reason) {
    return switch (state) {
      case Confirmed _ ->
          new Decision.Moves(
              to(new Cancelled(reason)), new OrderCancelled(id, version + 1, reason));
      case Pending _, Rejected _, Cancelled _ ->
          throw new IllegalTransitionException(this, "revoked");
    };
  }

  private Decision turnDown(Refusal reason) {
    return switch (reason.code()) {
      case CANCELLED ->
          new Decision.Moves(
              to(new Cancelled(reason)), new OrderCancelled(id, version + 1, reason));
      case OUT_OF_STOCK,
          UNKNOWN_PRODUCT,
          PAYMENT_DECLINED,
          INSUFFICIENT_FUNDS,
          ADDRESS_NOT_SERVICEABLE,
          TIMED_OUT,
          NOT_POSSIBLE ->
          new Decision.Moves(to(new Rejected(reason)), new OrderRejected(id, version + 1, reason));
    };
  }

  private Order to(OrderState next) {
    return new Order(id, version + 1, next);
  }
}
