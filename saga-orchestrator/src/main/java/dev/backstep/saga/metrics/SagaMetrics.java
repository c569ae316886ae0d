package dev.backstep.saga.metrics;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.log.Advance;
import dev.backstep.saga.runner.SagaListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Counts sagas that end, and now and then those that do not. */
@Singleton
class SagaMetrics implements SagaListener {
  private static final String LOOK =
      """
      SELECT (SELECT count(*) FROM saga WHERE state = 'STUCK') AS stuck,
             (SELECT count(*) FROM saga WHERE retrying) AS retrying,
             (SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL) AS dead_letters
      """;

  private static final Logger LOG = Logger.getLogger(SagaMetrics.class);

  /** As often as metrics are usually scraped, or more often. */
  private static final Duration SAMPLE = Duration.ofSeconds(5);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private record Open(long stuck, long retrying, long deadLetters) {}

  private final Transactions transactions;
  private final MeterRegistry registry;
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("saga-metrics").factory());
  private volatile Open open = new Open(0, 0, 0);

  SagaMetrics(Transactions transactions, MeterRegistry registry) {
    this.transactions = transactions;
    this.registry = registry;
    registry.gauge("backstep.saga.stuck", this, metrics -> metrics.open.stuck());
    registry.gauge("backstep.saga.retrying", this, metrics -> metrics.open.retrying());
    registry.gauge("backstep.dead.letters.open", this, metrics -> metrics.open.deadLetters());
  }

  @Override
  public void moved(List<Advance> advances) {
    advances.forEach(this::count);
  }

  private void count(Advance advance) {
    var state = advance.after().phase().state();
    if (state.isFinal() && !advance.before().run().phase().state().isFinal()) {
      var duration =
          Duration.between(advance.before().startedAt(), advance.entries().getLast().at());
      durationOf(state).record(duration);
    }
  }

  private Timer durationOf(SagaState state) {
    return Timer.builder("backstep.saga.duration")
        .description(
            "From the start of a saga to its final state; its count is the sagas that ended")
        .tag("state", state.name())
        .publishPercentileHistogram()
        .register(registry);
  }

  void onStart(@Observes StartupEvent event) {
    var _ =
        sampler.scheduleWithFixedDelay(this::sample, 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event) {
    sampler.shutdownNow();
  }

  private void sample() {
    try {
      open = transactions.call(SagaMetrics::look);
    } catch (TransactionFailedException e) {
      LOG.debugf(e, "no look at the sagas; the last figures stand");
    }
  }

  private static Open look(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOOK);
        var row = select.executeQuery()) {
      row.next();
      return new Open(row.getLong("stuck"), row.getLong("retrying"), row.getLong("dead_letters"));
    }
  }
}
