package dev.backstep.saga.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of one saga of a bulk run. */
// By its wire names; the constants are what would be found.
@Schema(enumeration = {"will-run", "skipped", "refused", "accepted", "moved"})
enum Verdict {
  WILL_RUN,
  /** Not necessary. */
  SKIPPED,
  /** Not allowed. */
  REFUSED,
  /** The saga has taken it. */
  ACCEPTED,
  /** The saga has moved since the preview, and was left alone. */
  MOVED;

  @JsonValue
  String stored() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Verdict ofStored(String text) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.stored().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no verdict: " + text));
  }
}
