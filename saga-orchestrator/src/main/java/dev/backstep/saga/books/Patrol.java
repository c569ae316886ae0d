package dev.backstep.saga.books;

import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Keeps the looks at the services fresh while somebody reads them, and rests otherwise. The first
 * looks are taken at the start, so that the first reader finds something.
 */
@Singleton
class Patrol {
  /** Rules across services need no more than a look every few seconds. */
  static final Duration FRESH = Duration.ofSeconds(4);

  /** A service counts only when it is asked, which takes it a moment: then it is asked again. */
  static final Duration SOON = Duration.ofMillis(500);

  /** At the start the others start, too. Who has told nothing by then is away. */
  private static final int LOOKS_AT_START = 20;

  private static final int LOOKS_AFTER_REST = 4;

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private static final Logger LOG = Logger.getLogger(Patrol.class);

  /**
   * All services at that time.
   *
   * @param at {@link Instant#EPOCH} before the first time
   */
  record Seen(Instant at, List<Look> looks) {}

  private final Watchtower watchtower;
  private final Runnable balance;
  private final InstantSource time;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("saga-books").factory());
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Seen seen = new Seen(Instant.EPOCH, List.of());

  @Inject
  Patrol(Watchtower watchtower, OwnBooks own, Transactions transactions, InstantSource time) {
    this(watchtower, () -> transactions.run(own::balances), time);
  }

  /**
   * The same.
   *
   * @param balance remembers what is known here, before the others are asked: what they tell is
   *     compared with that
   */
  Patrol(Watchtower watchtower, Runnable balance, InstantSource time) {
    this.watchtower = watchtower;
    this.balance = balance;
    this.time = time;
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event) {
    looking.shutdownNow();
  }

  void start() {
    busy.set(true);
    after(Duration.ZERO, LOOKS_AT_START, true);
  }

  /** The last look, at once; a stale one is renewed behind the reader. */
  Seen latest() {
    var last = seen;
    if (last.at().plus(FRESH).isBefore(time.instant()) && busy.compareAndSet(false, true)) {
      after(Duration.ZERO, LOOKS_AFTER_REST, false);
    }
    return last;
  }

  private void after(Duration pause, int looks, boolean starting) {
    try {
      var _ =
          looking.schedule(() -> look(looks, starting), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      LOG.debug("The process ends; nobody looks any more.");
    }
  }

  private void look(int looks, boolean starting) {
    try {
      balance.run();
      seen = new Seen(time.instant(), watchtower.look());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop
    } catch (RuntimeException e) {
      LOG.warn("The books of the other services could not be read", e);
    }
    if (looks > 1 && isWorthAnother(starting)) {
      after(SOON, looks - 1, starting);
    } else {
      busy.set(false);
    }
  }

  private boolean isWorthAnother(boolean starting) {
    var looks = seen.looks();
    return !BookRules.allHaveTold(looks) && (starting || BookRules.someAreCounting(looks));
  }
}
