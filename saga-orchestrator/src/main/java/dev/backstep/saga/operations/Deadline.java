package dev.backstep.saga.operations;

/** How many seconds an operator may give to a retry. */
public final class Deadline {
  /** A message needs some time to get there and back. */
  public static final int LEAST = 1;

  /** Whoever has more patience asks again. */
  public static final int MOST = 3_600;

  private Deadline() {}
}
