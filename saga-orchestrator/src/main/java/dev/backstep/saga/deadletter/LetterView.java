package dev.backstep.saga.deadletter;

import dev.backstep.saga.query.Cut;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list.
 *
 * @param topic where it came from and where a replay goes to
 * @param origin {@code <topic>-<partition>@<offset>}
 */
record LetterView(
    UUID id,
    LetterState state,
    String topic,
    String origin,
    String service,
    String messageId,
    String type,
    String cause,
    String detail,
    @Nullable UUID sagaId,
    Instant arrivedAt,
    int replays,
    @Nullable Instant replayedAt,
    @Nullable String replayedBy,
    @Nullable Instant discardedAt,
    @Nullable String discardedBy,
    @Nullable String discardReason) {
  static LetterView of(LetterRow row) {
    return of(row, Cut.of(row.detail));
  }

  static LetterView whole(LetterRow row) {
    return of(row, row.detail);
  }

  private static LetterView of(LetterRow row, String detail) {
    return new LetterView(
        row.id,
        LetterState.of(row.replays, row.discardedAt),
        row.topic,
        row.origin,
        row.service,
        row.messageId,
        row.type,
        row.cause,
        detail,
        row.sagaId,
        row.arrivedAt,
        row.replays,
        row.replayedAt,
        row.replayedBy,
        row.discardedAt,
        row.discardedBy,
        row.discardReason);
  }
}
