package dev.backstep.saga.books;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.figures.Figures;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps the books fresh while somebody reads them, and rests otherwise. */
@Singleton
public class Books {
  /** Rules across services need no more than a look every few seconds. */
  static final Duration FRESH = Duration.ofSeconds(4);

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private static final Logger LOG = Logger.getLogger(Books.class);

  private final Transactions transactions;
  private final OwnBooks own;
  private final Watchtower watchtower;
  private final InstantSource time;
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("saga-books").factory());
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile List<Look> looks = List.of();
  private volatile Instant looked = Instant.EPOCH;

  Books(Transactions transactions, OwnBooks own, Watchtower watchtower, InstantSource time) {
    this.transactions = transactions;
    this.own = own;
    this.watchtower = watchtower;
    this.time = time;
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event) {
    looking.shutdownNow();
  }

  /** As of now as far as this service is concerned, as of the last look for the others. */
  Consistency read() {
    refresh();
    return transactions.call(tx -> {
      var balances = own.balances(tx);
      var lying = own.leftLying(tx);
      var now = time.instant();
      var rules = new BookRules(looks, balances, lying.late(), lying.dead());
      return new Consistency(
          now,
          rules.sections(),
          looks.stream().map(look -> ServiceFigures.of(look, now)).toList(),
          ReadFigures.of(looks),
          Figures.byState(balances.latest().tallies()),
          lying.late(),
          lying.pending(),
          lying.oldestSeconds(),
          lying.dead());
    });
  }

  /** A few lines of it. */
  public List<BookLine> summary() {
    return Summary.of(read());
  }

  /** When the other services were last looked at; empty before the first time. */
  public Optional<Instant> looked() {
    return Optional.of(looked).filter(it -> it.isAfter(Instant.EPOCH));
  }

  private void refresh() {
    if (looked.plus(FRESH).isBefore(time.instant()) && busy.compareAndSet(false, true)) {
      looking.execute(this::look);
    }
  }

  private void look() {
    try {
      looks = watchtower.look();
      looked = time.instant();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop
    } catch (RuntimeException e) {
      LOG.warn("The books of the other services could not be read", e);
    } finally {
      busy.set(false);
    }
  }
}
