package dev.backstep.order.watch;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for which order. Woken at once by the commit that makes an order final on this
 * instance, and by a look at the database for what other instances committed.
 *
 * <p>Being woken is a hint: whoever waited reads the order.
 */
@Singleton
public class OrderWatch {
  /** How much later a client notices when another instance made his order final. */
  static final Duration POLL = Duration.ofMillis(500);

  private static final int BEFORE_THE_SERVER = 1;
  private static final Logger LOG = Logger.getLogger(OrderWatch.class);

  private final Transactions transactions;
  private final ConcurrentHashMap<UUID, List<CompletableFuture<Boolean>>> waiting =
      new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("order-watch").factory());

  OrderWatch(Transactions transactions) {
    this.transactions = transactions;
  }

  void onStart(@Observes StartupEvent event) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::runOnce, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  void onStop(@Observes @Priority(BEFORE_THE_SERVER) ShutdownEvent event) {
    timer.shutdownNow();
    waiting.keySet().forEach(order -> wake(order, false));
  }

  /** True as soon as the order is final; false when that took too long, or this process stops. */
  public CompletableFuture<Boolean> whenFinal(UUID orderId, Duration patience) {
    var waiter = new CompletableFuture<Boolean>();
    waiting.compute(orderId, (_, others) -> with(others, waiter));
    var _ = waiter.whenComplete((_, _) -> forgetServed(orderId));
    return waiter.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells everybody who waits for that order. */
  public void becameFinal(UUID orderId) {
    wake(orderId, true);
  }

  /** How many orders are waited for here. */
  int size() {
    return waiting.size();
  }

  /** One look at the database; none when nobody waits. */
  void runOnce() {
    var orders = List.copyOf(waiting.keySet());
    if (orders.isEmpty()) {
      return;
    }
    try {
      transactions.call(tx -> FinalOrders.among(tx, orders)).forEach(this::becameFinal);
    } catch (TransactionFailedException e) {
      LOG.warnf("Clients wait for orders, but the database: %s", e.getMessage());
    }
  }

  private void wake(UUID orderId, boolean isFinal) {
    var waiters = waiting.remove(orderId);
    if (waiters != null) {
      waiters.forEach(waiter -> waiter.complete(isFinal));
    }
  }

  private void forgetServed(UUID orderId) {
    waiting.computeIfPresent(orderId, (_, waiters) -> stillWaiting(waiters));
  }

  private static List<CompletableFuture<Boolean>> with(
      @Nullable List<CompletableFuture<Boolean>> others, CompletableFuture<Boolean> waiter) {
    var all =
        others == null ? new ArrayList<CompletableFuture<Boolean>>() : new ArrayList<>(others);
    all.add(waiter);
    return all;
  }

  private static @Nullable List<CompletableFuture<Boolean>> stillWaiting(
      List<CompletableFuture<Boolean>> waiters) {
    var rest = waiters.stream().filter(waiter -> !waiter.isDone()).toList();
    return rest.isEmpty() ? null : rest;
  }
}
