package dev.backstep.saga.deadletter;

import java.time.Instant;
import java.util.List;

/**
 * Whether the running version could read letters.
 *
 * @param sagas that will go on
 */
record DryRun(Instant asOf, long readable, List<Unreadable> unreadable, long sagas) {
  /** So many for that reason. */
  record Unreadable(String why, long count) {}
}
