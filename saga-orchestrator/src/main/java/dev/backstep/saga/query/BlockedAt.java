package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.rest.problem.GeneralProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Optional;

/**
 * Where an open saga waits.
 *
 * @param direction either, when empty
 */
record BlockedAt(String step, Optional<Direction> direction) {
  /** Reads {@code payment}, {@code payment/do} or {@code payment/undo}. */
  static BlockedAt parse(String text) {
    var parts = text.split("/", -1);
    return switch (parts.length) {
      case 1 -> new BlockedAt(parts[0], Optional.empty());
      case 2 -> new BlockedAt(parts[0], Optional.of(direction(parts[1])));
      default -> throw invalid();
    };
  }

  private static Direction direction(String name) {
    try {
      return Direction.ofWireName(name);
    } catch (IllegalArgumentException _) {
      throw invalid();
    }
  }

  private static HttpProblem invalid() {
    return GeneralProblem.INVALID_QUERY.problem("blockedAt is a step, step/do or step/undo.");
  }
}
