package dev.backstep.order;

/** A command met an order in a state in which nobody should have sent it: a bug, not an answer. */
public final class IllegalTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IllegalTransitionException(Order order, String what) {
    super(
        "order %s is %s at version %d and cannot be %s"
            .formatted(order.id(), order.state().status(), order.version(), what));
  }
}
