package dev.backstep.messaging.intake;

import java.time.Duration;

/** Waits before another try. */
@FunctionalInterface
public interface Pause {
  /**
   * Sleeps; when the process stops meanwhile, it throws {@link StoppingException} and nothing is
   * acknowledged.
   */
  void of(Duration duration);

  /** The process stops while messages wait. They will be delivered again. */
  final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public StoppingException() {
      super("stopping; the messages will be delivered again");
    }
  }
}
