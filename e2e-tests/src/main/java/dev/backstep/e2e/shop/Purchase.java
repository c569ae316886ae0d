package dev.backstep.e2e.shop;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One order from the shopper's side.
 *
 * @param order its id, if the shop ever told
 * @param took from the moment it was due to its ending
 */
public record Purchase(Kind kind, Optional<UUID> order, Ending ending, Duration took) {
  /** Whether it ended as its kind should. */
  public boolean isAsExpected() {
    return kind.expected().contains(ending.label());
  }
}
