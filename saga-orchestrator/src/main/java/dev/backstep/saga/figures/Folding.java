package dev.backstep.saga.figures;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The thread that folds. */
@Singleton
class Folding {
  /** A batch ends well within this time. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final FoldLoop loop;
  private @Nullable Thread thread;

  Folding(Fold fold) {
    this.loop = new FoldLoop(fold);
  }

  void onStart(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().daemon().name("saga-fold").start(loop);
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP.toMillis());
    }
  }
}
