package dev.backstep.contracts;

import dev.backstep.contracts.value.Refusal;
import java.util.UUID;

/** Commands to the order itself. */
public sealed interface OrderCommand extends Command {
  /** Makes the order final and good: the pivot of the checkout. */
  @WireType("backstep.order.confirm-order.v1")
  record ConfirmOrder(UUID orderId) implements OrderCommand {}

  /**
   * Undoes the order. It becomes rejected when a step was refused, cancelled when somebody called
   * it off.
   */
  @WireType("backstep.order.cancel-order.v1")
  record CancelOrder(UUID orderId, Refusal reason) implements OrderCommand {}

  /**
   * Undoes a confirmation: the order becomes cancelled. Sent only when a finished checkout is
   * called back.
   */
  @WireType("backstep.order.revoke-order.v1")
  record RevokeOrder(UUID orderId, Refusal reason) implements OrderCommand {}

  /**
   * Nobody will undo the order any more: an operator has settled its checkout by hand. Sent in
   * place of an undo, and only of one that is part of a long running action.
   */
  @WireType("backstep.order.leave-order.v1")
  record LeaveOrder(UUID orderId) implements OrderCommand {}
}
