package dev.backstep.saga.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as it is asked for: in a URL, or to be frozen. Every part may be missing. */
public record FilterWish(
    @Nullable String q,
    @Nullable List<String> state,
    @Nullable String definition,
    @Nullable String blockedAt,
    @Nullable String cause,
    @Nullable Long olderThan,
    @Nullable Long amountOver,
    @Nullable Integer attemptsOver,
    @Nullable UUID orderId,
    @Nullable Boolean retrying) {
  /** Asks for nothing in particular. */
  public static FilterWish any() {
    return new FilterWish(null, null, null, null, null, null, null, null, null, null);
  }
}
