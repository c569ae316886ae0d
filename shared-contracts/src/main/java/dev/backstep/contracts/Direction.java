package dev.backstep.contracts;

import java.util.Locale;

/** The two directions of a step. {@code UNDO} is the compensation. */
public enum Direction {
  DO,
  UNDO;

  /** {@code do} or {@code undo}: the form used in ids, tables, topics and metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The direction of that wire name; any other text is an {@link IllegalArgumentException}. */
  public static Direction ofWireName(String name) {
    return switch (name) {
      case "do" -> DO;
      case "undo" -> UNDO;
      default -> throw new IllegalArgumentException("a direction is do or undo");
    };
  }
}
