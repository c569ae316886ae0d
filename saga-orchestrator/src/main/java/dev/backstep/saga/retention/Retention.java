package dev.backstep.saga.retention;

import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Moves and drops what is old enough, in small batches. Several instances share the work. */
@Singleton
class Retention {
  /** A tenth of a second of the database's time, and no more rows than replicas follow at ease. */
  static final int BATCH = 500;

  /** While there is more: thousands a second, and most of the time for the sagas under way. */
  static final Duration REST = Duration.ofMillis(100);

  /** A saga may stay a quarter of an hour longer than it must. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final Archive archive;
  private final RetentionConfig config;
  private final InstantSource time;
  private final Counter archived;

  Retention(
      Transactions transactions,
      Archive archive,
      RetentionConfig config,
      InstantSource time,
      MeterRegistry registry) {
    this.transactions = transactions;
    this.archive = archive;
    this.config = config;
    this.time = time;
    this.archived = registry.counter("backstep.sagas.archived");
  }

  boolean isWanted() {
    return config.sagas().isPresent() || config.archive().isPresent();
  }

  /** One batch of each; returns how long to sleep before the next. */
  Duration runOnce() {
    var moved = config.sagas().map(this::move).orElse(0);
    var dropped = config.archive().map(this::drop).orElse(0);
    return moved >= BATCH || dropped >= BATCH ? REST : PAUSE;
  }

  private int move(Duration kept) {
    var before = time.instant().minus(longer(kept, config.topics()));
    var moved = transactions.call(tx -> archive.keep(tx, before, BATCH));
    archived.increment(moved);
    return moved;
  }

  private int drop(Duration kept) {
    var before = time.instant().minus(kept);
    return transactions.call(tx -> archive.drop(tx, before, BATCH));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
