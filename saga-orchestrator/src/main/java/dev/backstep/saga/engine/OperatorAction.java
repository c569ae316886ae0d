package dev.backstep.saga.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a human can do about a saga. */
public enum OperatorAction {
  /** Send the awaited command again now, with a fresh count of tries. */
  RETRY,
  /** Turn the saga back. */
  COMPENSATE,
  /** Close the saga, because it was settled outside. */
  RESOLVE;

  /** {@code retry}, {@code compensate} or {@code resolve}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of that wire name. */
  public static Optional<OperatorAction> ofWireName(String name) {
    return Arrays.stream(values()).filter(action -> action.wireName().equals(name)).findFirst();
  }
}
