package dev.backstep.rest.access;

/** The roles that a token can carry. What each may do stands at the endpoints. */
public final class Roles {
  /** Orders, and sees what is his own. */
  public static final String CUSTOMER = "customer";

  /** Sees everything. */
  public static final String VIEWER = "viewer";

  /** Sees everything, and acts. */
  public static final String OPERATOR = "operator";

  /** Another service: takes part in long running actions of others, and owns those it began. */
  public static final String SERVICE = "service";

  private Roles() {}
}
