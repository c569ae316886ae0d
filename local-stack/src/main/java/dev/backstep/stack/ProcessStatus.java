package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import java.util.OptionalLong;

/** How one process is doing. */
public record ProcessStatus(
    Instance instance, OptionalLong pid, int port, String url, Health health) {

  /** From best to worst, as far as they compare. */
  public enum Health {
    /** Alive, and answers as the topology says it must. */
    READY,
    /** Alive, but gives no good answer: starting, paused, or in trouble. */
    NOT_READY,
    /** Not started, or stopped on request. */
    STOPPED,
    /** Gone without being asked to. */
    DEAD
  }
}
