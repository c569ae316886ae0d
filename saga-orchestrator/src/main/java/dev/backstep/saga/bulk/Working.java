package dev.backstep.saga.bulk;

import dev.backstep.messaging.pacing.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Works bulk runs off while the process lives. */
@Singleton
class Working {
  /** Between two sagas. */
  private static final Duration PACE = Duration.ofSeconds(1).dividedBy(BulkWork.PER_SECOND);

  /** An operator waits no longer for the first. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Rounds rounds;

  Working(BulkWork work) {
    this.rounds = new Rounds("saga-bulk", PAUSE_AFTER_FAILURE, () -> work.runOnce() ? PACE : PAUSE);
  }

  void onStart(@Observes StartupEvent event) {
    rounds.start();
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    rounds.stop();
  }
}
