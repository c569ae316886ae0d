package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/**
 * Something that must hold, whatever happened. Named after the auditor's, which claim the same of
 * the running system.
 */
interface Invariant {
  /** Evidence against it at this very moment. */
  default Stream<String> always(World world) {
    return Stream.empty();
  }

  /** Evidence against it once nothing moves any more, beside what holds always. */
  default Stream<String> atRest(World world) {
    return Stream.empty();
  }
}
