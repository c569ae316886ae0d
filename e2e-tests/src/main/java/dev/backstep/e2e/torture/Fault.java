package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.Set;

/** Something that goes wrong, and is over some time later. */
interface Fault {
  /** What is hit, and how, in a few words. */
  String what();

  /** How long it lasts after it has begun. */
  Duration hold();

  /** Goes wrong; returns as soon as it does. */
  void begin(Site site) throws Exception;

  /** Is over when this returns: processes are ready again, connections pass. */
  void end(Site site) throws Exception;

  /**
   * Processes that answer nothing while it lasts, not even that they do not: whoever sends requests
   * is expected to know that.
   */
  default Set<Instance> silent() {
    return Set.of();
  }

  /** Whether it really happened; a trap may not have been stepped into. */
  default boolean happened() {
    return true;
  }

  /** Whether shoppers may expect not to notice: a request that is being answered is answered. */
  default boolean isGraceful() {
    return false;
  }
}
