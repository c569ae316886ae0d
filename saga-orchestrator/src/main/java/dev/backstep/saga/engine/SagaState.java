package dev.backstep.saga.engine;

/** Where a saga stands, as one word. */
public enum SagaState {
  /** Going forward. */
  RUNNING,
  /** Turned back: done steps are being undone. */
  COMPENSATING,
  /** Final: every step is done. */
  COMPLETED,
  /** Final: nothing is left of it. */
  COMPENSATED,
  /** Needs a human, though slow retries may go on. */
  STUCK,
  /** Final: settled by hand. */
  RESOLVED;

  /** Whether nothing changes it any more, but that a complete one is called back. */
  public boolean isFinal() {
    return switch (this) {
      case COMPLETED, COMPENSATED, RESOLVED -> true;
      case RUNNING, COMPENSATING, STUCK -> false;
    };
  }
}
