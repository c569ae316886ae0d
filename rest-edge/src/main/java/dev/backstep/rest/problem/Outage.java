package dev.backstep.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database failed somebody just now, and for whom that is reason enough not to try it.
 * One that says nothing holds each who asks for seconds; with few threads, those behind them would
 * wait for as many times that.
 */
@ApplicationScoped
class Outage {
  /** A failure counts for so long; a database that is back serves everybody after this. */
  static final Duration RECENT = Duration.ofSeconds(1);

  /** Who waited longer for a thread would not be answered within five seconds any more. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** An outage is told of when it begins, and as often as this while it lasts. */
  static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(Outage.class);

  private final LongSupplier nanoTime;
  private final Consumer<String> words;
  private final AtomicLong toldAt;
  private volatile long failedAt;

  Outage() {
    this(System::nanoTime, LOG::warn);
  }

  /** For tests; the words go into the log. */
  Outage(LongSupplier nanoTime, Consumer<String> words) {
    this.nanoTime = nanoTime;
    this.words = words;
    this.toldAt = new AtomicLong(nanoTime.getAsLong() - BETWEEN_WORDS.toNanos());
    this.failedAt = nanoTime.getAsLong() - RECENT.toNanos();
  }

  /** The database failed somebody, for that reason. */
  void noted(@Nullable String why) {
    var now = now();
    failedAt = now;
    var told = toldAt.get();
    if (now - told >= BETWEEN_WORDS.toNanos() && toldAt.compareAndSet(told, now)) {
      words.accept("Requests are told to come back, the database is away: " + why);
    }
  }

  /** By the clock of {@link #isHopeless}, in nanoseconds. */
  long now() {
    return nanoTime.getAsLong();
  }

  /** Whether who arrived then is to be told at once that the database is away. */
  boolean isHopeless(long arrived) {
    var now = now();
    return now - arrived > PATIENCE.toNanos() && now - failedAt < RECENT.toNanos();
  }
}
