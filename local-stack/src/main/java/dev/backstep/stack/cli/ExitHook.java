package dev.backstep.stack.cli;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import java.util.Set;

/**
 * What happens to the processes when {@code up} ends: by Ctrl-C, by SIGTERM, or because a start
 * failed. While it starts them, those that it found running stay and the others are stopped again.
 * Not reached when {@code up} itself is killed.
 */
final class ExitHook {
  private sealed interface Plan {
    record Keep(Set<Instance> found) implements Plan {}

    record StopEverything() implements Plan {}

    record LeaveRunning() implements Plan {}
  }

  private final LocalStack stack;
  private final Progress progress;
  private final Thread thread = new Thread(this::run, "exit");
  private volatile Plan plan = new Plan.LeaveRunning();

  ExitHook(LocalStack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  void install() {
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** A start begins that found those running. */
  void keep(Set<Instance> found) {
    plan = new Plan.Keep(found);
  }

  void stopEverything() {
    plan = new Plan.StopEverything();
  }

  void leaveRunning() {
    plan = new Plan.LeaveRunning();
  }

  /** Whether the processes are being stopped already; what fails meanwhile is no news. */
  boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    switch (plan) {
      case Plan.Keep(Set<Instance> found) -> stack.breakOff(found, progress);
      case Plan.StopEverything() -> stack.stopAll(progress);
      case Plan.LeaveRunning() -> {}
    }
  }
}
