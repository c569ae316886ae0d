package dev.backstep.saga.timer;

import dev.backstep.messaging.pacing.Rounds;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.runner.Runner;
import dev.backstep.saga.runner.Unsent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the timer while the process lives. */
@Singleton
class Ticking {
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Rounds rounds;
  private final boolean enabled;

  /** Switched off in tests that move the clock themselves. */
  Ticking(
      Timer timer,
      @ConfigProperty(name = "backstep.timer.enabled", defaultValue = "true") boolean enabled) {
    this.rounds = new Rounds("saga-timer", PAUSE_AFTER_FAILURE, timer::runOnce);
    this.enabled = enabled;
  }

  @Produces
  @Singleton
  static Timer timer(
      Transactions transactions,
      SagaTable table,
      SagaLog log,
      Runner runner,
      Unsent unsent,
      InstantSource time) {
    return new Timer(transactions, table, log, runner, unsent, time);
  }

  void onStart(@Observes StartupEvent event) {
    if (enabled) {
      rounds.start();
    }
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    rounds.stop();
  }
}
