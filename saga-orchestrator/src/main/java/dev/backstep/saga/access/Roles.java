package dev.backstep.saga.access;

/** The roles that may see sagas. Customers may not. */
public final class Roles {
  /** Sees everything. */
  public static final String VIEWER = "viewer";

  /** Sees everything, and acts. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
