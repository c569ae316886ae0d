package dev.backstep.saga.bulk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The thread that works bulk runs off. */
@Singleton
class Working {
  /** One saga is done well within this time. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final WorkLoop loop;
  private @Nullable Thread thread;

  Working(BulkWork work) {
    this.loop = new WorkLoop(work);
  }

  void onStart(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().daemon().name("saga-bulk").start(loop);
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP.toMillis());
    }
  }
}
