package dev.backstep.saga.books;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rule stands. */
public enum Health {
  /** All is well. */
  HOLDS,
  /** There is a difference, and open sagas explain it. */
  EXPLAINED,
  /** There is a difference that nothing explains. */
  BROKEN,
  /** Nobody could look. */
  UNKNOWN;

  /** As it is shown. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
