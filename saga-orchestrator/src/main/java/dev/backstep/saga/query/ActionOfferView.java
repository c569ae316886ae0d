package dev.backstep.saga.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may do, or why not, and what it would do.
 *
 * @param reason null when it is allowed
 * @param confirm none, or order-id: the order number must be typed
 * @param deadline for a retry with a deadline
 */
record ActionOfferView(
    String action,
    String label,
    boolean allowed,
    @Nullable String reason,
    boolean danger,
    List<Effect> effects,
    String confirm,
    @Nullable DeadlineRange deadline) {
  /** One thing that will happen, or must be known. */
  record Effect(String tone, String text) {}

  /** Seconds. */
  record DeadlineRange(long usual, long least, long most) {}
}
