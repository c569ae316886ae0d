package dev.backstep.e2e.shop;

/** How an order ended, as far as its shopper knows. */
public sealed interface Ending {
  /** Goods are on their way. */
  record Confirmed() implements Ending {}

  /**
   * The shop took it and turned it down.
   *
   * @param code the reason's
   */
  record TurnedDown(String code) implements Ending {}

  /** The shop never took it. */
  record Failed(String why) implements Ending {}

  /** The shopper lost patience, or was stopped. */
  record Unknown(String why) implements Ending {}

  /** One word for tables: CONFIRMED, the code of the reason, or what went wrong. */
  default String label() {
    return switch (this) {
      case Confirmed _ -> "CONFIRMED";
      case TurnedDown(var code) -> code;
      case Failed(var why) -> "failed: " + why;
      case Unknown(var why) -> "unknown: " + why;
    };
  }

  /** Whether nothing more will come. */
  default boolean isFinal() {
    return switch (this) {
      case Confirmed _, TurnedDown _ -> true;
      case Failed _, Unknown _ -> false;
    };
  }
}
