package dev.backstep.stack.process;

import java.time.Duration;
import java.util.Optional;

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

  /** Asks it to leave, also if it is paused; makes it leave after the patience is over. */
  public void stop(Signal signal, Duration patience) {
    send(signal);
    send(Signal.CONT);
    if (!Patience.until(patience, () -> !isAlive())) {
      kill();
    }
  }

  /** Ends it at once and waits until it is gone. */
  public void kill() {
    send(Signal.KILL);
    Patience.until(KILLED, () -> !isAlive());
  }

  // The kernel ends a killed process as soon as it leaves a system call; more than this means a
  // stuck disk.
  private static final Duration KILLED = Duration.ofSeconds(10);
}
