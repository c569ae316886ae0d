package dev.backstep.messaging.relay;

import dev.backstep.messaging.transaction.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Publishes the outbox in order: read a batch, send it, wait for the acknowledgements, then delete.
 * No transaction is open while it talks to the broker. A crash between acknowledgement and deletion
 * publishes the batch again.
 */
public final class Relay {
  /** Rows of one round: a few hundred kilobytes in memory, and enough to keep a broker busy. */
  static final int BATCH = 1_000;

  private final Transactions transactions;
  private final ShardLeases leases;
  private final Publisher publisher;
  private final LatePublication late;
  private final RelayListener listener;
  private final Frontiers frontiers;
  private final LongSupplier nanoTime;

  /**
   * Publishes what the leases allow.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public Relay(
      Transactions transactions,
      ShardLeases leases,
      Publisher publisher,
      LatePublication late,
      RelayListener listener,
      LongSupplier nanoTime) {
    this.transactions = transactions;
    this.leases = leases;
    this.publisher = publisher;
    this.late = late;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.frontiers = new Frontiers(nanoTime);
  }

  /** One batch. */
  public Round runOnce() throws InterruptedException {
    var mine = leases.current();
    if (mine.isEmpty()) {
      return new Round(0, 0);
    }
    var looked = frontiers.of(mine);
    var batch =
        transactions.call(tx -> OutboxTable.waiting(tx, looked, Math.ceilDiv(BATCH, mine.size())));
    return batch.isEmpty() ? new Round(0, 0) : publish(mine, batch);
  }

  private Round publish(Collection<Lease> mine, List<PendingMessage> batch)
      throws InterruptedException {
    var start = nanoTime.getAsLong();
    var acknowledged = publisher.publish(batch);
    var took = Duration.ofNanos(nanoTime.getAsLong() - start);
    if (!acknowledged.isEmpty()) {
      remove(mine, acknowledged, late(acknowledged, took));
      acknowledged.forEach(message -> listener.published(message, message.age().plus(took)));
    }
    frontiers.looked(
        batch, acknowledged); // whatever was thrown before: the next look repeats this one
    return new Round(acknowledged.size(), batch.size() - acknowledged.size());
  }

  private void remove(
      Collection<Lease> mine, List<PendingMessage> published, List<PendingMessage> tooLate) {
    transactions.run(tx -> {
      OutboxTable.remove(tx, mine, published);
      if (!tooLate.isEmpty()) {
        late.publishedLate(tx, tooLate);
      }
    });
  }

  private static List<PendingMessage> late(List<PendingMessage> published, Duration took) {
    var tooLate = new ArrayList<PendingMessage>();
    for (var message : published) {
      if (message.age().plus(took).compareTo(LatePublication.NOTICEABLE) > 0) {
        tooLate.add(message);
      }
    }
    return tooLate;
  }

  /**
   * What one round did.
   *
   * @param published acknowledged and deleted
   * @param failed still in the outbox, to be tried again after a pause
   */
  public record Round(int published, int failed) {
    /** Whether more may be waiting right now. */
    public boolean worthAnother() {
      return published > 0 && failed == 0;
    }
  }
}
