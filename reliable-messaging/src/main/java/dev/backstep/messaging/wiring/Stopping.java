package dev.backstep.messaging.wiring;

import dev.backstep.messaging.intake.Pause;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends every wait when the process stops, before the channels close. */
@Singleton
class Stopping implements Pause {
  private static final int BEFORE_THE_CHANNELS = 1;

  private final CountDownLatch stopped = new CountDownLatch(1);

  void onShutdown(@Observes @Priority(BEFORE_THE_CHANNELS) ShutdownEvent event) {
    stopped.countDown();
  }

  @Override
  public void of(Duration duration) {
    try {
      if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoppingException();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoppingException();
    }
  }
}
