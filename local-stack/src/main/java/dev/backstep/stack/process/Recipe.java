package dev.backstep.stack.process;

/** How one kind of process is brought up, apart from spawning it and waiting for it. */
public interface Recipe {
  /**
   * Writes what the process reads at its start. May take seconds the first time, and is repeated on
   * every start.
   */
  Launch prepare();

  /** Brings a process that answers into its working state; repeated for every process. */
  default void afterReady() {}

  /** Whether a start that ended with these lines of log is worth another try. */
  default boolean worthAnotherTry(String lastLines) {
    return false;
  }

  /** What makes it finish its work and leave. */
  default Signal stopSignal() {
    return Signal.TERM;
  }
}
