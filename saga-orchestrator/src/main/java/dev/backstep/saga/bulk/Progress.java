package dev.backstep.saga.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk run has come.
 *
 * @param accepted sagas that have taken it; what comes of it shows with them
 * @param left those that wait for their turn
 */
public record Progress(
    UUID id,
    String action,
    String state,
    String operator,
    @Nullable String reason,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long willRun,
    long accepted,
    long moved,
    long refused,
    long left) {
  static Progress of(Run run) {
    return new Progress(
        run.id(),
        run.action().wireName(),
        run.state().stored(),
        run.operator(),
        run.reason(),
        run.startedAt(),
        run.endedAt(),
        run.willRun(),
        run.accepted(),
        run.moved(),
        run.refused(),
        run.left());
  }
}
