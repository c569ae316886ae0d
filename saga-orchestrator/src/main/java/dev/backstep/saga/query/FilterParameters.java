package dev.backstep.saga.query;

import dev.backstep.rest.problem.GeneralProblem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as it stands in a URL. */
public class FilterParameters {
  @QueryParam("q")
  @Nullable String q;

  @QueryParam("state")
  @Nullable List<String> state;

  @QueryParam("definition")
  @Nullable String definition;

  @QueryParam("blockedAt")
  @Nullable String blockedAt;

  @QueryParam("cause")
  @Nullable String cause;

  @QueryParam("olderThan")
  @Nullable Long olderThan;

  @QueryParam("amountOver")
  @Nullable Long amountOver;

  @QueryParam("attemptsOver")
  @Nullable Integer attemptsOver;

  @QueryParam("orderId")
  @Nullable String orderId;

  @QueryParam("retrying")
  @Nullable Boolean retrying;

  /** What it asks for. */
  public FilterWish wish() {
    return new FilterWish(
        q,
        state,
        definition,
        blockedAt,
        cause,
        olderThan,
        amountOver,
        attemptsOver,
        orderId == null ? null : id(orderId),
        retrying);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw GeneralProblem.INVALID_QUERY.problem("orderId is a UUID.");
    }
  }
}
