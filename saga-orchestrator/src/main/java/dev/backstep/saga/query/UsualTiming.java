package dev.backstep.saga.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One command of a saga, compared with the last 24 hours.
 *
 * @param thisMs so far, if it is not over
 * @param p50Ms null when there are too few to compare with
 */
record UsualTiming(
    String step,
    String direction,
    String title,
    @Nullable Long thisMs,
    boolean over,
    @Nullable Long p50Ms,
    @Nullable Long p95Ms,
    Verdict verdict,
    String text) {
  /** How it compares. */
  enum Verdict {
    @JsonProperty("usual")
    USUAL,
    @JsonProperty("slow")
    SLOW,
    @JsonProperty("very-slow")
    VERY_SLOW,
    @JsonProperty("unknown")
    UNKNOWN
  }
}
