package dev.backstep.order.watch;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.FinalState;
import dev.backstep.order.backlog.Backlog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for which order. Told at once by the commit that makes an order final on this instance,
 * and by a look at the database of what other instances committed.
 */
@Singleton
public class OrderWatch {
  /** How much later a client notices when another instance made his order final. */
  static final Duration POLL = Duration.ofMillis(500);

  /** Orders of one look that nobody waits for: a few milliseconds' work. */
  static final int UNSURE = 500;

  private static final int BEFORE_THE_SERVER = 1;
  private static final Logger LOG = Logger.getLogger(OrderWatch.class);

  private final Transactions transactions;
  private final Backlog backlog;
  private final ConcurrentHashMap<UUID, List<CompletableFuture<Optional<FinalState>>>> waiting =
      new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("order-watch").factory());
  private final NextLook nextLook = new NextLook(this::runOnce, timer);

  OrderWatch(Transactions transactions, Backlog backlog) {
    this.transactions = transactions;
    this.backlog = backlog;
  }

  void onStart(@Observes StartupEvent event) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::runOnce, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  void onStop(@Observes @Priority(BEFORE_THE_SERVER) ShutdownEvent event) {
    timer.shutdownNow();
    waiting.keySet().forEach(order -> wake(order, Optional.empty()));
  }

  /**
   * The final state as soon as the order is in it; empty when that took too long, or this process
   * stops.
   */
  public CompletableFuture<Optional<FinalState>> whenFinal(UUID orderId, Duration patience) {
    return patient(waiter(orderId), patience);
  }

  /** As {@link #whenFinal}, for an order that may have been final for long: looks at once. */
  public CompletableFuture<Optional<FinalState>> whenFinalOrBefore(
      UUID orderId, Duration patience) {
    var waiter = waiter(orderId);
    var _ =
        nextLook
            .ask()
            .thenRun(() -> {
              var _ = patient(waiter, patience);
            });
    return waiter;
  }

  /** Tells everybody who waits for that order; nobody is told twice. */
  public void becameFinal(FinalState order) {
    backlog.becameFinal(order);
    wake(order.orderId(), Optional.of(order));
  }

  /** How many orders are waited for here. */
  int size() {
    return waiting.size();
  }

  /** One look at the database; none when nobody waits and every order ended here. */
  void runOnce() {
    var orders = new HashSet<>(waiting.keySet());
    orders.addAll(backlog.unsure(UNSURE));
    if (orders.isEmpty()) {
      return;
    }
    try {
      transactions.call(tx -> FinalOrders.among(tx, orders)).forEach(this::becameFinal);
    } catch (RuntimeException e) {
      LOG.warnf("Clients wait for orders, but the database: %s", e.getMessage());
    }
  }

  private CompletableFuture<Optional<FinalState>> waiter(UUID orderId) {
    var waiter = new CompletableFuture<Optional<FinalState>>();
    waiting.compute(orderId, (_, others) -> with(others, waiter));
    var _ = waiter.whenComplete((_, _) -> forgetServed(orderId));
    return waiter;
  }

  private static <T> CompletableFuture<Optional<T>> patient(
      CompletableFuture<Optional<T>> waiter, Duration patience) {
    return waiter.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void wake(UUID orderId, Optional<FinalState> state) {
    var waiters = waiting.remove(orderId);
    if (waiters != null) {
      waiters.forEach(waiter -> waiter.complete(state));
    }
  }

  private void forgetServed(UUID orderId) {
    waiting.computeIfPresent(orderId, (_, waiters) -> stillWaiting(waiters));
  }

  private static <T> List<CompletableFuture<T>> with(
      @Nullable List<CompletableFuture<T>> others, CompletableFuture<T> waiter) {
    var all = others == null ? new ArrayList<CompletableFuture<T>>(1) : new ArrayList<>(others);
    all.add(waiter);
    return all;
  }

  private static <T> @Nullable List<CompletableFuture<T>> stillWaiting(
      List<CompletableFuture<T>> waiters) {
    var rest = waiters.stream().filter(waiter -> !waiter.isDone()).toList();
    return rest.isEmpty() ? null : rest;
  }
}
