package dev.backstep.messaging.relay;

import static java.util.Comparator.comparingInt;

import dev.backstep.messaging.transaction.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Publishes the outbox in order: read a batch, or take what was committed this moment; send it,
 * wait for the acknowledgements; delete, some batches at a time. No transaction is open while it
 * talks to the broker. A crash between acknowledgement and deletion publishes again what was
 * published within {@link #REMOVAL}.
 */
public final class Relay {
  /** Rows of one round: a few hundred kilobytes in memory, and enough to keep a broker busy. */
  static final int BATCH = 1_000;

  /**
   * What was published is removed within this time: one transaction for many rounds, and far less
   * to repeat after a crash than consumers repeat for the offsets they had not committed.
   */
  static final Duration REMOVAL = Duration.ofMillis(100);

  private final Transactions transactions;
  private final ShardLeases leases;
  private final Fresh fresh;
  private final Publisher publisher;
  private final LatePublication late;
  private final RelayListener listener;
  private final Frontiers frontiers;
  private final LongSupplier nanoTime;
  private final List<PendingMessage> published = new ArrayList<>();
  private long oldestPublished;

  /**
   * Publishes what the leases allow.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public Relay(
      Transactions transactions,
      ShardLeases leases,
      Fresh fresh,
      Publisher publisher,
      LatePublication late,
      RelayListener listener,
      LongSupplier nanoTime) {
    this.transactions = transactions;
    this.leases = leases;
    this.fresh = fresh;
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
      return new Round(0, 0, false);
    }
    if (isRemovalDue() || frontiers.isStartDue()) {
      remove(mine);
    }
    var looked = frontiers.of(mine);
    var handedOver = handedOver();
    return handedOver.isEmpty() ? look(mine, looked) : publish(mine, handedOver, false);
  }

  /**
   * What was committed just now, if it is all that can be waiting: nobody else writes for these
   * shards, and no position was passed over. Else nothing, and a look finds it with the rest.
   */
  private List<PendingMessage> handedOver() {
    var ordered =
        fresh.take().stream()
            .sorted(comparingInt(PendingMessage::shard).thenComparingLong(PendingMessage::position))
            .toList();
    return !leases.shared() && frontiers.areNext(ordered) ? ordered : List.of();
  }

  private Round look(Collection<Lease> mine, Collection<Frontier> looked)
      throws InterruptedException {
    int limit = Math.ceilDiv(BATCH, mine.size());
    var batch = transactions.read(tx -> OutboxTable.waiting(tx, looked, limit));
    if (batch.isEmpty()) {
      frontiers.looked(List.of(), List.of());
      return new Round(0, 0, false);
    }
    return publish(mine, batch, batch.size() >= limit);
  }

  /** Whether rows wait for their removal. */
  boolean hasPublished() {
    return !published.isEmpty();
  }

  /** Removes now what was published. */
  void removePublished() {
    remove(leases.current());
  }

  private boolean isRemovalDue() {
    return !published.isEmpty()
        && (published.size() >= BATCH
            || nanoTime.getAsLong() - oldestPublished >= REMOVAL.toNanos());
  }

  private Round publish(Collection<Lease> mine, List<PendingMessage> batch, boolean full)
      throws InterruptedException {
    var start = nanoTime.getAsLong();
    var acknowledged = publisher.publish(batch);
    var took = Duration.ofNanos(nanoTime.getAsLong() - start);
    if (!acknowledged.isEmpty()) {
      acknowledged(mine, acknowledged, late(acknowledged, took));
      acknowledged.forEach(message -> listener.published(message, message.age().plus(took)));
    }
    frontiers.looked(
        batch, acknowledged); // whatever was thrown before: the next look repeats this one
    return new Round(acknowledged.size(), batch.size() - acknowledged.size(), full);
  }

  /** Whoever counts deadlines is told of a late publication at once. */
  private void acknowledged(
      Collection<Lease> mine, List<PendingMessage> acknowledged, List<PendingMessage> tooLate) {
    if (tooLate.isEmpty()) {
      keep(acknowledged);
      return;
    }
    transactions.run(tx -> {
      OutboxTable.remove(tx, mine, acknowledged);
      late.publishedLate(tx, tooLate);
    });
  }

  private void keep(List<PendingMessage> acknowledged) {
    if (published.isEmpty()) {
      oldestPublished = nanoTime.getAsLong();
    }
    published.addAll(acknowledged);
  }

  private void remove(Collection<Lease> mine) {
    if (!published.isEmpty()) {
      transactions.run(tx -> OutboxTable.remove(tx, mine, published));
      published.clear();
    }
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
   * @param published acknowledged, and deleted soon
   * @param failed still in the outbox, to be tried again after a pause
   * @param full whether more may be waiting right now; what is committed later wakes the relay
   */
  public record Round(int published, int failed, boolean full) {}
}
