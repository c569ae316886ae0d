package dev.backstep.saga.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a bulk run stands. */
// By its wire names; the constants are what would be found.
@Schema(enumeration = {"previewed", "running", "stopped", "finished", "expired"})
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
