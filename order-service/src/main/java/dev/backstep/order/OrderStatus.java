package dev.backstep.order;

/** The name of an order's state, in tables and answers. */
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  REJECTED,
  CANCELLED;

  /** True when nothing will ever change the order again. */
  public boolean isFinal() {
    return this != PENDING;
  }
}
