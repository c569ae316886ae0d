package dev.backstep.saga.figures;

/** What sagas are found by. */
public final class Keys {
  /** An index entry has room for it. */
  static final int LONGEST = 200;

  private Keys() {}

  /** Whose order it is. */
  public static String customer(String customer) {
    return "customer:" + cut(customer);
  }

  /** A product that it buys. */
  public static String sku(String sku) {
    return "sku:" + cut(sku);
  }

  /** What a participant calls its effect, such as a charge. */
  public static String reference(String reference) {
    return "ref:" + cut(reference);
  }

  /** Why it turned back. */
  public static String cause(String cause) {
    return "cause:" + cut(cause);
  }

  private static String cut(String text) {
    return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, points(text))));
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }
}
