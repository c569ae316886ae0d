package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Daemon;
import dev.backstep.stack.process.LogFile;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.process.Recipe;
import java.time.Duration;
import java.util.List;

/** Starts one process and waits until it is ready, or tells why it is not. */
record StartOne(Layout layout, Instance instance, Daemon daemon, SpawnGate gate) {
  // A service takes seconds; on a laptop that also builds something, much longer.
  static final Duration READY = Duration.ofMinutes(2);

  // PostgreSQL's children notice within a second or two that their parent was killed.
  private static final int TRIES = 12;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  void run() {
    Recipe recipe = Recipes.of(instance, layout);
    if (!awaitWhatLives()) {
      spawnUntilReady(recipe);
    }
    if (!daemon.isSetUp()) {
      recipe.afterReady();
      daemon.markSetUp();
    }
  }

  /**
   * Whether one that lived already is ready. It may have been on its way out: a JVM that stores
   * what it has learnt takes half a minute to leave.
   */
  private boolean awaitWhatLives() {
    if (daemon.live().isPresent() && !isReady()) {
      awaitReadyOrGone(LogFile.mark(daemon.log()));
    }
    return daemon.live().isPresent();
  }

  private void spawnUntilReady(Recipe recipe) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var launch = recipe.prepare();
      TakenPorts.refuse(List.of(instance), layout);
      var log = LogFile.mark(daemon.log());
      gate.spawn(daemon, launch);
      if (awaitReadyOrWorthAnotherTry(log, recipe, attempt)) {
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
    awaitReadyOrGone(log);
    if (daemon.live().isEmpty()) {
      throw failure("ended while it was starting", log);
    }
  }

  private void awaitReadyOrGone(LogFile log) {
    if (!Patience.until(READY, () -> isReady() || daemon.live().isEmpty())) {
      throw failure("is not ready after " + READY.toMinutes() + " minutes", log);
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
}
