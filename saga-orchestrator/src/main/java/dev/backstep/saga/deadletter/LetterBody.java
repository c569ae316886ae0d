package dev.backstep.saga.deadletter;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants done about dead letters.
 *
 * @param ids either these
 * @param group or all of this cause
 * @param reason kept in the logs; a dry run needs none
 */
record LetterBody(
    @Size(max = LetterBody.MOST_IDS) @Nullable List<UUID> ids,
    @Nullable String group,
    @Size(max = LetterBody.MAX_REASON) @Nullable String reason) {
  /** Fits into a body; more are named by their group. */
  static final int MOST_IDS = 1_000;

  /** A sentence or two. */
  static final int MAX_REASON = 300;
}
