package dev.backstep.saga.schedule;

import java.util.List;

/** An invariant that does not hold, and what speaks against it. */
record Violation(String invariant, List<String> evidence) {
  static final Violation RESTLESS = new Violation("ComesToRest", List.of("it moves for ever"));
}
