package dev.backstep.saga.deadletter;

import java.util.List;
import java.util.UUID;

/**
 * What came of an act on letters.
 *
 * @param operationId in the operator log
 * @param taken how many were sent again, or discarded
 */
record LetterOutcome(UUID operationId, int taken, List<Skipped> skipped) {
  /** One that was left alone. */
  record Skipped(UUID id, String why) {}
}
