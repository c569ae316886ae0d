package dev.backstep.order.access;

/** The roles that a token can carry. */
public final class Roles {
  /** Orders, and sees the own orders. */
  public static final String CUSTOMER = "customer";

  /** Sees every order. */
  public static final String VIEWER = "viewer";

  /** Sees every order. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
