package dev.backstep.saga.figures;

import dev.backstep.messaging.pacing.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Folds while the process lives. */
@Singleton
class Folding {
  /** Figures are this old at most, and folding in pieces of this size costs next to nothing. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Rounds rounds;

  Folding(Fold fold) {
    this.rounds =
        new Rounds("saga-fold", PAUSE_AFTER_FAILURE, () -> fold.runOnce() ? Duration.ZERO : PAUSE);
  }

  void onStart(@Observes StartupEvent event) {
    rounds.start();
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    rounds.stop();
  }
}
