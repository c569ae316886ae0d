package dev.backstep.saga.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in one direction.
 *
 * @param note what came of it, or what it waits for
 * @param attemptsAllowed null when there is no such bound
 */
record LaneNode(
    Status status,
    String note,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    int attempts,
    @Nullable Integer attemptsAllowed,
    @Nullable Instant nextTry) {
  /** What became of it. */
  enum Status {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("retrying")
    RETRYING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("timed-out")
    TIMED_OUT,
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("stuck")
    STUCK,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("skipped")
    SKIPPED;

    boolean isOver() {
      return switch (this) {
        case DONE, REFUSED, TIMED_OUT, UNDONE -> true;
        case PENDING, RUNNING, RETRYING, STUCK, WAITING, SKIPPED -> false;
      };
    }
  }

  static LaneNode of(Status status, String note) {
    return new LaneNode(status, note, null, null, null, 0, null, null);
  }

  static LaneNode of(
      Status status,
      String note,
      Lap lap,
      Instant now,
      @Nullable Integer attemptsAllowed,
      @Nullable Instant nextTry) {
    var end = status.isOver() ? lap.end() : null;
    var until = end == null ? now : end;
    return new LaneNode(
        status,
        note,
        lap.start(),
        end,
        Duration.between(lap.start(), until).toMillis(),
        lap.attempts(),
        attemptsAllowed,
        nextTry);
  }
}
