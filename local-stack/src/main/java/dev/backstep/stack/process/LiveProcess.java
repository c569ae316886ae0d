package dev.backstep.stack.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A process that was alive when it was looked up. Its pid is used only while it still means the
 * same process.
 */
public record LiveProcess(long pid, String birth) {

  /** The process with that pid, unless it is gone or another one by now. */
  static Optional<LiveProcess> of(long pid, String birth) {
    return Optional.of(new LiveProcess(pid, birth)).filter(LiveProcess::isAlive);
  }

  public boolean isAlive() {
    return Birth.of(pid).filter(birth::equals).isPresent();
  }

  /** Sends the signal unless the process is gone. */
  public void send(Signal signal) {
    if (isAlive()) {
      signal.sendTo(pid);
    }
  }

  /**
   * Asks it to leave, also if it is paused; makes it leave after the patience is over.
   *
   * @return whether it left by itself
   */
  public boolean stop(Signal signal, Duration patience) {
    return stop(signal, patience, () -> false);
  }

  /** The same, but makes it leave also as soon as it has done enough. */
  public boolean stop(Signal signal, Duration patience, BooleanSupplier enough) {
    send(signal);
    send(Signal.CONT);
    Patience.until(patience, () -> !isAlive() || enough.getAsBoolean());
    if (isAlive()) {
      kill();
      return false;
    }
    return true;
  }

  /**
   * Ends it at once, and the processes of its group: a JVM that makes a cache as it leaves does so
   * in another one, which would go on. Waits until it is gone.
   */
  public void kill() {
    if (isAlive()) {
      Signal.KILL.sendToGroup(pid);
    }
    Patience.until(KILLED, () -> !isAlive());
  }

  // The kernel ends a killed process as soon as it leaves a system call; more than this means a
  // stuck disk.
  private static final Duration KILLED = Duration.ofSeconds(10);
}
