package dev.backstep.bench.limit;

/** Every tenth card is declined, as in the rounds of the services. */
final class Declined {
  private static final int ONE_IN = 10;

  private Declined() {}

  static boolean is(long saga) {
    return saga % ONE_IN == ONE_IN - 1;
  }
}
