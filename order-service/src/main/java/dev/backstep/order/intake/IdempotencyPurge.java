package dev.backstep.order.intake;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.upkeep.Hourly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets answers that nobody may count on any more. Several instances share the work. */
@Singleton
class IdempotencyPurge {
  /** Small enough to lock nobody out and to leave replicas in peace. */
  static final int BATCH = 500;

  private static final String DELETE =
      """
      DELETE FROM idempotency AS i
      USING (
        SELECT customer_id, key FROM idempotency
        WHERE created_at < ?
        ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED) AS old
      WHERE i.customer_id = ANY (ARRAY[old.customer_id]) AND i.key = old.key
      """;

  private final Transactions transactions;
  private final InstantSource time;
  private final Hourly hourly = new Hourly("idempotency-purge", "Old answers", this::run);

  IdempotencyPurge(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  void onStart(@Observes StartupEvent event) {
    hourly.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    hourly.stop();
  }

  /** Batch after batch until one is not full. */
  void run() {
    while (runOnce() == BATCH && !Thread.currentThread().isInterrupted()) {
      // the next batch
    }
  }

  /** Deletes one batch and tells how many it was. */
  int runOnce() {
    var before = time.instant().minus(IdempotencyKey.RETENTION);
    return transactions.call(tx -> delete(tx, before));
  }

  private static int delete(Transaction tx, Instant before) throws SQLException {
    try (var delete = tx.connection().prepareStatement(DELETE)) {
      delete.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
      delete.setInt(2, BATCH);
      return delete.executeUpdate();
    }
  }
}
