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

  /**
   * Whether customers may expect to find their orders on any device. Not when one process alone
   * cannot tell Redis what they did, which is not promised: then they look with their tokens.
   */
  default boolean isRemembered() {
    return true;
  }

  /** How many orders are to come while it lasts, if the usual ones are fewer. */
  default int backlog() {
    return 0;
  }

  /** Whether shoppers may expect not to notice: a request that is being answered is answered. */
  default boolean isGraceful() {
    return false;
  }
}
