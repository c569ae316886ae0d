package dev.backstep.saga.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something on the time axis of a saga. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TimelineItem.Attempt.class, name = "attempt"),
  @JsonSubTypes.Type(value = TimelineItem.Marker.class, name = "marker")
})
sealed interface TimelineItem {
  /**
   * One sending of one command, until something came of it.
   *
   * @param seq the log entry that sent it
   * @param endedAt null while it waits
   * @param code of a refusal
   */
  record Attempt(
      long seq,
      String step,
      String title,
      String direction,
      int attempt,
      Instant startedAt,
      long offsetMs,
      @Nullable Instant endedAt,
      @Nullable Long durationMs,
      Result outcome,
      @Nullable String code,
      String detail,
      String command,
      String type)
      implements TimelineItem {}

  /**
   * Something that is no attempt.
   *
   * @param operator whose act it was; null when it was nobody's
   */
  record Marker(
      long seq, Instant at, long offsetMs, Event event, String text, @Nullable String operator)
      implements TimelineItem {}

  /** What came of an attempt. */
  enum Result {
    @JsonProperty("done")
    DONE,
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("no-answer")
    NO_ANSWER,
    @JsonProperty("timed-out")
    TIMED_OUT,
    @JsonProperty("dead-letter")
    DEAD_LETTER,
    @JsonProperty("abandoned")
    ABANDONED,
    @JsonProperty("waiting")
    WAITING
  }

  /** What a marker marks. */
  enum Event {
    @JsonProperty("started")
    STARTED,
    @JsonProperty("turned-back")
    TURNED_BACK,
    @JsonProperty("stuck")
    STUCK,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("late")
    LATE,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("compensated")
    COMPENSATED,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonProperty("note")
    NOTE
  }
}
