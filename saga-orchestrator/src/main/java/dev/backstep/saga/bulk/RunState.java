package dev.backstep.saga.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a bulk run stands. */
enum RunState {
  PREVIEWED,
  RUNNING,
  STOPPED,
  FINISHED,
  EXPIRED;

  @JsonValue
  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunState ofStored(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
