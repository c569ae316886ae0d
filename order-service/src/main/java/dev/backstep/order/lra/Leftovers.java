package dev.backstep.order.lra;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.upkeep.Hourly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

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

  private final Transactions transactions;
  private final InstantSource time;
  private final Hourly hourly =
      new Hourly("lra-leftovers", "Sagas that never joined", this::runOnce);

  Leftovers(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  void onStart(@Observes StartupEvent event, Coordinator coordinator) {
    if (coordinator.isOffered()) {
      hourly.start();
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    hourly.stop();
  }

  /** Forgets one batch and tells how many it was. */
  int runOnce() {
    var before = time.instant().minus(GRACE);
    return transactions.call(tx -> ParticipantTable.removeWithoutOrder(tx, before, BATCH));
  }
}
