package dev.backstep.saga.retention;

import dev.backstep.messaging.pacing.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Moves and drops while the process lives, if that is wanted. */
@Singleton
class Retaining {
  /** Nobody waits for it. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Rounds rounds;
  private final boolean wanted;

  Retaining(Retention retention) {
    this.rounds = new Rounds("saga-retention", PAUSE_AFTER_FAILURE, retention::runOnce);
    this.wanted = retention.isWanted();
  }

  void onStart(@Observes StartupEvent event) {
    if (wanted) {
      rounds.start();
    }
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    rounds.stop();
  }
}
