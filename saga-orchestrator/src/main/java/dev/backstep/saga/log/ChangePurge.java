package dev.backstep.saga.log;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets what moved once everybody who watches has seen it. Several instances share the work. */
@Singleton
class ChangePurge {
  /** Whoever watches looks every second; a minute is patience enough for a slow one. */
  static final Duration KEPT = Duration.ofMinutes(1);

  /** Small enough to lock nobody out; a minute's changes of a busy instance. */
  static final int BATCH = 10_000;

  private static final Logger LOG = Logger.getLogger(ChangePurge.class);

  private static final String DELETE =
      """
      DELETE FROM saga_change WHERE id IN (
        SELECT id FROM saga_change
        WHERE at < clock_timestamp() - ? * interval '1 ms'
        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final Transactions transactions;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("change-purge").factory());

  ChangePurge(Transactions transactions) {
    this.transactions = transactions;
  }

  void onStart(@Observes StartupEvent event) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::run, KEPT.toMillis(), KEPT.toMillis(), TimeUnit.MILLISECONDS);
  }

  void onStop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  /** Batch after batch until one is not full. */
  void run() {
    try {
      while (runOnce() == BATCH && !Thread.currentThread().isInterrupted()) {
        // the next batch
      }
    } catch (TransactionFailedException e) {
      LOG.warnf("Old changes stay for another minute: %s", e.getMessage());
    }
  }

  /** Deletes one batch and tells how many it was. */
  int runOnce() {
    return transactions.call(tx -> {
      try (var delete = tx.connection().prepareStatement(DELETE)) {
        delete.setLong(1, KEPT.toMillis());
        delete.setInt(2, BATCH);
        return delete.executeUpdate();
      }
    });
  }
}
