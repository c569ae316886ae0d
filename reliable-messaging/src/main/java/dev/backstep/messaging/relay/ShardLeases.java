package dev.backstep.messaging.relay;

import dev.backstep.messaging.outbox.Shards;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * This instance's share of the shards. Leases end by themselves, so the shards of a dead instance
 * are taken over; the epoch fences a paused one. What is <em>not</em> promised: that nobody
 * publishes a shard twice for a moment.
 */
public final class ShardLeases {
  /** Long enough for a long collection pause, short enough that nobody misses the dead for long. */
  public static final Duration DURATION = Duration.ofSeconds(10);

  /** Three chances to renew before a lease ends. */
  public static final Duration RENEWAL = DURATION.dividedBy(3);

  private final Transactions transactions;
  private final String instance;
  private final LongSupplier nanoTime;

  private volatile Held held = new Held(List.of(), 0);
  private volatile boolean shared;

  /**
   * Leases under that name.
   *
   * @param instance names this process among its siblings, and is the same again after a restart
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public ShardLeases(Transactions transactions, String instance, LongSupplier nanoTime) {
    this.transactions = transactions;
    this.instance = instance;
    this.nanoTime = nanoTime;
  }

  /** What this instance may publish now; empty when it could not renew in time. */
  Collection<Lease> current() {
    var now = held;
    return nanoTime.getAsLong() - now.renewedAt < DURATION.toNanos() ? now.leases : List.of();
  }

  /** Whether other instances write rows for our shards, of which nobody wakes our relay. */
  boolean shared() {
    return shared;
  }

  /**
   * Renews what is held, takes what is free, gives back what is more than the fair share. True if
   * the share changed.
   */
  public boolean runOnce() {
    var before = held.leases;
    var startedAt =
        nanoTime.getAsLong(); // before the statement: the lease never seems longer than it is
    held = new Held(transactions.call(this::renew), startedAt);
    return !before.equals(held.leases);
  }

  /** Hands every shard back at once, for a quick takeover by the others. */
  public void close() {
    var leases = held.leases;
    held = new Held(List.of(), 0);
    transactions.run(tx -> {
      LeaseTable.giveBack(tx, leases);
      LeaseTable.leave(tx, instance);
    });
  }

  private List<Lease> renew(Transaction tx) throws SQLException {
    var members = LeaseTable.beMember(tx, instance, DURATION);
    shared = members > 1;
    var share = share(members);
    var mine = new ArrayList<>(LeaseTable.renew(tx, instance, DURATION, held.leases));
    if (mine.size() < share) {
      mine.addAll(LeaseTable.take(tx, instance, DURATION, mine, share - mine.size()));
    } else if (mine.size() > share) {
      var excess = mine.subList(share, mine.size());
      LeaseTable.giveBack(tx, excess);
      excess.clear();
    }
    return List.copyOf(mine);
  }

  private static int share(int members) {
    return Math.ceilDiv(Shards.COUNT, Math.max(1, members));
  }

  private record Held(List<Lease> leases, long renewedAt) {}
}
