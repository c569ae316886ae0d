package dev.backstep.saga.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter for people. Its body and headers are not shown: they may hold personal data.
 *
 * @param topic where it came from and where a replay goes to
 * @param origin {@code <topic>-<partition>@<offset>}
 */
record LetterView(
    UUID id,
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
    @Nullable String replayedBy) {
  static LetterView of(LetterRow row) {
    return new LetterView(
        row.id,
        row.topic,
        row.origin,
        row.service,
        row.messageId,
        row.type,
        row.cause,
        row.detail,
        row.sagaId,
        row.arrivedAt,
        row.replays,
        row.replayedAt,
        row.replayedBy);
  }
}
