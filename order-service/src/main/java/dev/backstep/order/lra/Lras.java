package dev.backstep.order.lra;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.lra.Joining.Away;
import dev.backstep.order.lra.Joining.Done;
import dev.backstep.order.lra.Joining.NotOffered;
import dev.backstep.order.lra.Joining.NotTrusted;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Joins long running actions. First a row says that the saga is joining, then the coordinator is
 * told, then the order is recorded, if the row is still there. A callback that finds a row without
 * an order removes it: then that order is never recorded.
 */
@Singleton
public class Lras {
  /** As MicroProfile LRA names it. */
  public static final String HEADER = "Long-Running-Action";

  private static final UUID NO_SAGA = new UUID(0, 0);
  private static final Logger LOG = Logger.getLogger(Lras.class);

  private final Coordinator coordinator;
  private final Callbacks callbacks;
  private final Transactions transactions;
  private final InstantSource time;
  private final Supplier<UUID> ids;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lra-join-", 0).factory());
  private final Semaphore joins;

  Lras(
      Coordinator coordinator,
      Callbacks callbacks,
      Transactions transactions,
      InstantSource time,
      Supplier<UUID> ids,
      LraConfig config) {
    this.coordinator = coordinator;
    this.callbacks = callbacks;
    this.transactions = transactions;
    this.time = time;
    this.ids = ids;
    this.joins = new Semaphore(config.joins());
  }

  /**
   * Registers a new saga.
   *
   * @param lra as the caller names it
   * @param token the caller's own, which goes to the trusted coordinator and nowhere else
   * @param placed whether the order was placed before: then no saga begins, and none is registered
   */
  public CompletableFuture<Joining> join(String lra, String token, BooleanSupplier placed) {
    if (!coordinator.isOffered()) {
      return CompletableFuture.completedFuture(new NotOffered());
    }
    if (!coordinator.isIdOfItsOwn(lra)) {
      return CompletableFuture.completedFuture(new NotTrusted());
    }
    if (!joins.tryAcquire()) {
      return CompletableFuture.completedFuture(new Away("too many join at a time"));
    }
    return CompletableFuture.supplyAsync(() -> join(lra, placed, token), threads)
        .whenComplete((_, _) -> joins.release());
  }

  private Joining join(String lra, BooleanSupplier placed, String token) {
    return placed.getAsBoolean()
        ? new Done(new Joined(NO_SAGA, lra))
        : joined(new Joined(ids.get(), lra), token);
  }

  private Joining joined(Joined joined, String token) {
    transactions.run(tx -> ParticipantTable.insert(tx, joined, time.instant()));
    var answer = coordinator.join(joined, callbacks.linksOf(joined), token);
    if (!(answer instanceof Done)) {
      forget(joined);
    }
    return answer;
  }

  /** Should it stay after all, the first callback removes it. */
  private void forget(Joined joined) {
    try {
      transactions.run(tx -> ParticipantTable.remove(tx, joined.sagaId()));
    } catch (TransactionFailedException e) {
      LOG.infof("A saga that did not join stays noted: %s", e.getMessage());
    }
  }
}
