package dev.backstep.saga.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the operator log.
 *
 * @param title what was done, as people say it
 * @param outcomeText what came of it, in words
 */
public record OperatorEntry(
    UUID id,
    Instant at,
    String operator,
    String action,
    String title,
    @Nullable UUID sagaId,
    @Nullable UUID orderId,
    @Nullable UUID deadLetterId,
    @Nullable UUID bulkId,
    String reason,
    String before,
    String after,
    Outcome outcome,
    String outcomeText,
    @Nullable Instant outcomeAt) {
  /** What came of an act. */
  public enum Outcome {
    /** Nobody knows yet. */
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("worked")
    WORKED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("stopped")
    STOPPED
  }
}
