package dev.backstep.saga.figures;

import dev.backstep.saga.engine.SagaState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saga that came from one state into another.
 *
 * @param was null when it was born
 */
record Move(UUID saga, @Nullable SagaState was, SagaState became, Instant at) {
  boolean isBirth() {
    return was == null;
  }

  boolean isEnd() {
    return became.isFinal() && (was == null || !was.isFinal());
  }
}
