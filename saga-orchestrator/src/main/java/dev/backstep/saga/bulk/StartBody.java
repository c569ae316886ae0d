package dev.backstep.saga.bulk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a bulk run is started.
 *
 * @param reason kept in the logs
 */
record StartBody(@NotBlank @Size(max = StartBody.MAX_REASON) String reason) {
  /** A sentence or two. */
  static final int MAX_REASON = 300;
}
