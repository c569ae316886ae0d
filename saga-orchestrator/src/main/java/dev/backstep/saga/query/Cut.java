package dev.backstep.saga.query;

import org.jspecify.annotations.Nullable;

/** Texts as short as a list wants them. */
public final class Cut {
  /** A line, and something to read when one points at it. */
  static final int MOST = 300;

  private Cut() {}

  /** The beginning of a long text; a short one as it is. */
  public static String of(String text) {
    return text.codePointCount(0, text.length()) <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
