package dev.backstep.order.intake;

import dev.backstep.order.problem.OrderProblem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client calls one wish to order, so that asking again does not order again. */
record IdempotencyKey(String value) {
  /** How long an answer is kept. Published in the OpenAPI document: a client may count on it. */
  static final Duration RETENTION = Duration.ofDays(7);

  static final String HEADER = "Idempotency-Key";

  private static final Pattern SHAPE = Pattern.compile("[\\x20-\\x7E]{1,255}");

  static IdempotencyKey parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw OrderProblem.IDEMPOTENCY_KEY_MISSING.problem(
          "Send a fresh " + HEADER + " with each order, and the same one when you ask again.");
    }
    if (!SHAPE.matcher(header).matches()) {
      throw OrderProblem.IDEMPOTENCY_KEY_INVALID.problem(
          "An " + HEADER + " is 1 to 255 printable ASCII characters.");
    }
    return new IdempotencyKey(header);
  }
}
