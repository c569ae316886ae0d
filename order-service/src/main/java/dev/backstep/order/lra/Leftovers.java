package dev.backstep.order.lra;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Forgets sagas that began to join and never got an order, since their process was killed. A
 * callback for one of them is answered like before: there is nothing here.
 */
@Singleton
class Leftovers {
  /** Nobody records an order that long after it joined: joining and recording take seconds. */
  static final Duration GRACE = Duration.ofHours(1);

  /** Small enough to lock nobody out; there are as many as crashes. */
  static final int BATCH = 500;

  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Logger LOG = Logger.getLogger(Leftovers.class);

  private final Transactions transactions;
  private final InstantSource time;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lra-leftovers").factory());

  Leftovers(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  void onStart(@Observes StartupEvent event, Coordinator coordinator) {
    if (coordinator.isOffered()) {
      var _ =
          timer.scheduleWithFixedDelay(
              this::run, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void run() {
    try {
      runOnce();
    } catch (TransactionFailedException e) {
      LOG.warnf("Sagas that never joined stay for another hour: %s", e.getMessage());
    }
  }

  /** Forgets one batch and tells how many it was. */
  int runOnce() {
    var before = time.instant().minus(GRACE);
    return transactions.call(tx -> ParticipantTable.removeWithoutOrder(tx, before, BATCH));
  }
}
