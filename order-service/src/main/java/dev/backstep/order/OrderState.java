package dev.backstep.order;

import dev.backstep.contracts.value.Refusal;
import java.util.Optional;

/**
 * What an order can be. It starts pending and moves once; only a confirmed one whose long running
 * action is cancelled moves a second time.
 */
public sealed interface OrderState {
  /** Recorded; the saga is on its way. */
  record Pending() implements OrderState {}

  /** Final and good, unless it is revoked. */
  record Confirmed() implements OrderState {}

  /** Final: a step was refused or timed out. */
  record Rejected(Refusal reason) implements OrderState {}

  /** Final: called off. */
  record Cancelled(Refusal reason) implements OrderState {}

  /** The name of this state. */
  default OrderStatus status() {
    return switch (this) {
      case Pending _ -> OrderStatus.PENDING;
      case Confirmed _ -> OrderStatus.CONFIRMED;
      case Rejected _ -> OrderStatus.REJECTED;
      case Cancelled _ -> OrderStatus.CANCELLED;
    };
  }

  /** Why the order did not come to be; empty unless it was rejected or cancelled. */
  default Optional<Refusal> why() {
    return switch (this) {
      case Pending _, Confirmed _ -> Optional.empty();
      case Rejected(var reason) -> Optional.of(reason);
      case Cancelled(var reason) -> Optional.of(reason);
    };
  }

  /** The state of that name; a reason is required exactly where the state has one. */
  static OrderState of(OrderStatus status, Optional<Refusal> reason) {
    return switch (status) {
      case PENDING -> new Pending();
      case CONFIRMED -> new Confirmed();
      case REJECTED -> new Rejected(reason.orElseThrow());
      case CANCELLED -> new Cancelled(reason.orElseThrow());
    };
  }
}
