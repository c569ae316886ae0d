package dev.backstep.saga.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What an operator wants.
 *
 * @param action retry, compensate or resolve
 * @param expectedVersion of the saga that the operator has seen
 * @param reason kept in the log; no personal data please
 */
record ActionBody(
    @NotBlank String action,
    @Positive long expectedVersion,
    @NotBlank @Size(max = ActionBody.MAX_REASON) String reason) {
  /** A sentence or two. */
  static final int MAX_REASON = 300;
}
