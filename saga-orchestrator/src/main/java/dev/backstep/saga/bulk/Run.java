package dev.backstep.saga.bulk;

import dev.backstep.saga.engine.OperatorAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk run as its row has it.
 *
 * @param reason null before it was started
 * @param willRun how many were to run when it was frozen
 */
record Run(
    UUID id,
    OperatorAction action,
    RunState state,
    String operator,
    @Nullable String reason,
    Instant frozenAt,
    Instant expiresAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    boolean cut,
    long willRun,
    long accepted,
    long moved,
    long refused) {
  long left() {
    return willRun - accepted - moved - refused;
  }
}
