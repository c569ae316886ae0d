package dev.backstep.payment;

/** Something happened to a payment that cannot happen in its state: a bug, not an answer. */
public final class IllegalTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IllegalTransitionException(PaymentState state, String what) {
    super("a payment that is " + state + " cannot be " + what);
  }
}
