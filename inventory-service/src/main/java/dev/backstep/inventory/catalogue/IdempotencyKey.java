package dev.backstep.inventory.catalogue;

import dev.backstep.inventory.problem.InventoryProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The client's name for one request, the same on every attempt. */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";

  // Visible ASCII and spaces, as header values are; the table knows the same length.
  private static final Pattern SHAPE = Pattern.compile("[ -~]{1,255}");

  /** Refuses a missing or malformed key with a problem. */
  static IdempotencyKey of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw InventoryProblem.IDEMPOTENCY_KEY_MISSING.problem(
          "Send the header " + HEADER + ": a new value for each new request, such as a UUID.");
    }
    if (!SHAPE.matcher(header).matches()) {
      throw InventoryProblem.IDEMPOTENCY_KEY_INVALID.problem(
          "A key is 1 to 255 visible ASCII characters.");
    }
    return new IdempotencyKey(header);
  }
}
