package dev.backstep.saga.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants.
 *
 * @param action retry, retry-with-deadline, compensate or resolve
 * @param expectedVersion of the saga that the operator has seen
 * @param reason kept in the logs; no personal data please
 * @param deadlineSeconds how long a retry-with-deadline may take
 * @param orderId for resolve: the order number as typed, whole or at least its last four characters
 */
record ActionBody(
    @NotBlank String action,
    @Positive long expectedVersion,
    @NotBlank @Size(max = ActionBody.MAX_REASON) String reason,
    @Min(Deadline.LEAST) @Max(Deadline.MOST) @Nullable Integer deadlineSeconds,
    @Size(max = ActionBody.MAX_ORDER) @Nullable String orderId) {
  /** A sentence or two. */
  static final int MAX_REASON = 300;

  /** A number, and blanks around it. */
  static final int MAX_ORDER = 60;
}
