package dev.backstep.contracts.value;

/** Why a step was refused, as a stable code. Also the reason of a rejected order. */
public enum RefusalCode {
  /** Fewer units available than ordered. */
  OUT_OF_STOCK,
  /** Inventory does not know the product. */
  UNKNOWN_PRODUCT,
  /** The card was declined. */
  PAYMENT_DECLINED,
  /** The card has not enough money. */
  INSUFFICIENT_FUNDS,
  /** No carrier goes to that address. */
  ADDRESS_NOT_SERVICEABLE,
  /** A step did not answer before its deadline. */
  TIMED_OUT,
  /** The step was undone before it was done, or an operator turned the saga back. */
  CANCELLED,
  /**
   * The participant cannot do this in its present state; retrying may help, a human may have to.
   */
  NOT_POSSIBLE
}
