package dev.backstep.payment.access;

/** The roles that a token can carry. */
public final class Roles {
  /** Sees the own payments. */
  public static final String CUSTOMER = "customer";

  /** Sees every payment. */
  public static final String VIEWER = "viewer";

  /** Sees every payment. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
