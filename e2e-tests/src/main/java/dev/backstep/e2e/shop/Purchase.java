package dev.backstep.e2e.shop;

import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.e2e.audit.History.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One order from the shopper's side.
 *
 * @param request what was asked for, and what the shop said at first
 * @param took from the moment it was due to its ending
 */
public record Purchase(Kind kind, Request request, Ending ending, Duration took) {
  /** Its id, if the shop ever told. */
  public Optional<UUID> order() {
    return switch (request.answer()) {
      case Answer.Promised(var order) -> Optional.of(order);
      case Answer.Refused _, Answer.Unknown _ -> Optional.empty();
    };
  }

  /** Whether it ended as its kind should. */
  public boolean isAsExpected() {
    return kind.expected().contains(ending.label());
  }
}
