package dev.backstep.stack.cli;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.process.Patience;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks after the processes of a stack in the foreground: tells when one dies, ends when none is
 * left.
 */
final class Watch {
  // A death is news within a second; looking is a few small files.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final LocalStack stack;
  private final PrintWriter out;
  private Set<Instance> alive;

  Watch(LocalStack stack, PrintWriter out) {
    this.stack = stack;
    this.out = out;
    this.alive = stack.alive();
  }

  void run() {
    while (!alive.isEmpty()) {
      Patience.until(BETWEEN_LOOKS, () -> false);
      runOnce();
    }
  }

  /** One look: a line for each process that died since the last one. */
  void runOnce() {
    Set<Instance> now = stack.alive();
    var gone = new HashSet<>(alive);
    gone.removeAll(now);
    // One that was stopped on request is forgotten, and no news.
    gone.retainAll(stack.layout().directory().started());
    gone.forEach(this::tell);
    alive = now;
  }

  private void tell(Instance instance) {
    String name = instance.name();
    out.printf(
        "%1$s died; its log is %2$s. Start it again with ./backstep start %1$s%n",
        name, stack.layout().directory().log(name));
    out.flush();
  }
}
