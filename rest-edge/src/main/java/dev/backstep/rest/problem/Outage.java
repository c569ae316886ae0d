package dev.backstep.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

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

  private final LongSupplier nanoTime;
  private volatile long failedAt;

  Outage() {
    this(System::nanoTime);
  }

  Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.failedAt = nanoTime.getAsLong() - RECENT.toNanos();
  }

  /** The database failed somebody. */
  void noted() {
    failedAt = nanoTime.getAsLong();
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
