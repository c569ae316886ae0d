package dev.backstep.saga.timer;

import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.runner.Runner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The thread that the timer runs on. */
@Singleton
class Ticking {
  /** A batch ends well within this time. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Timer timer;
  private final boolean enabled;
  private @Nullable Thread thread;

  /** Switched off in tests that move the clock themselves. */
  Ticking(
      Timer timer,
      @ConfigProperty(name = "backstep.timer.enabled", defaultValue = "true") boolean enabled) {
    this.timer = timer;
    this.enabled = enabled;
  }

  @Produces
  @Singleton
  static Timer timer(
      Transactions transactions,
      SagaTable table,
      SagaLog log,
      Runner runner,
      Outbox outbox,
      InstantSource time) {
    return new Timer(transactions, table, log, runner, outbox, time);
  }

  void onStart(@Observes StartupEvent event) {
    if (enabled) {
      thread = Thread.ofPlatform().daemon().name("saga-timer").start(new TimerLoop(timer));
    }
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP.toMillis());
    }
  }
}
