package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Daemon;
import dev.backstep.stack.process.LogFile;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.process.Port;
import dev.backstep.stack.process.Recipe;
import java.time.Duration;
import java.util.List;

/** Starts one process and waits until it is ready, or tells why it is not. */
record StartOne(Layout layout, Instance instance, Daemon daemon) {
  // A service takes seconds; on a laptop that also builds something, much longer.
  private static final Duration READY = Duration.ofMinutes(2);

  // A killed process gives up its ports when its last thread is gone.
  private static final Duration PORTS_FREE = Duration.ofSeconds(3);

  // PostgreSQL's children notice within a second or two that their parent was killed.
  private static final int TRIES = 12;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  void run() {
    if (daemon.live().isEmpty()) {
      spawnUntilReady();
    } else if (!isReady()) {
      awaitReady(LogFile.mark(daemon.log()));
    }
  }

  private void spawnUntilReady() {
    Recipe recipe = Recipes.of(instance, layout);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var launch = recipe.prepare();
      requireFreePorts();
      var log = LogFile.mark(daemon.log());
      daemon.spawn(launch);
      if (awaitReadyOrWorthAnotherTry(log, recipe, attempt)) {
        recipe.afterReady();
        return;
      }
      Patience.until(BETWEEN_TRIES, () -> false);
    }
  }

  private boolean awaitReadyOrWorthAnotherTry(LogFile log, Recipe recipe, int attempt) {
    try {
      awaitReady(log);
      return true;
    } catch (StackFailure e) {
      if (attempt < TRIES && recipe.worthAnotherTry(log.lastLines())) {
        return false;
      }
      throw e;
    }
  }

  private void awaitReady(LogFile log) {
    boolean known = Patience.until(READY, () -> isReady() || daemon.live().isEmpty());
    if (!known) {
      throw failure("is not ready after " + READY.toMinutes() + " minutes", log);
    }
    if (daemon.live().isEmpty()) {
      throw failure("ended while it was starting", log);
    }
  }

  private boolean isReady() {
    return new Probe(layout).isReady(instance);
  }

  private StackFailure failure(String what, LogFile log) {
    return new StackFailure(
        "%s %s; the last lines of %s:\n%s"
            .formatted(
                instance.name(), what, log.path(), log.lastLines().indent(2).stripTrailing()));
  }

  private void requireFreePorts() {
    List<Integer> ports = Topology.ports(instance, layout.settings().portBase());
    if (!Patience.until(PORTS_FREE, () -> ports.stream().noneMatch(Port::isTaken))) {
      throw TakenPorts.failure(List.of(instance), layout);
    }
  }
}
