package dev.backstep.inventory.access;

/** The roles that a token can carry. */
public final class Roles {
  /** Sees the products. */
  public static final String CUSTOMER = "customer";

  /** Sees the products. */
  public static final String VIEWER = "viewer";

  /** Sees the products, changes them, receives goods. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
