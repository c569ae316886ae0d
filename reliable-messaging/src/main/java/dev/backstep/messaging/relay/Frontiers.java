package dev.backstep.messaging.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The frontiers of the shards that this instance publishes. A new lease begins a new frontier. */
final class Frontiers {
  /** What nobody expected is found within this time, or by the next look at rest. */
  static final Duration FROM_THE_START = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private final Map<Lease, Frontier> frontiers = new HashMap<>();
  private long startedAt;

  Frontiers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
  }

  /** Whether the next look begins at the start, and finds what was not removed yet. */
  boolean isStartDue() {
    return nanoTime.getAsLong() - startedAt > FROM_THE_START.toNanos();
  }

  /** Where the next look begins. */
  Collection<Frontier> of(Collection<Lease> mine) {
    frontiers.keySet().retainAll(mine);
    mine.forEach(lease -> frontiers.computeIfAbsent(lease, it -> new Frontier(it.shard())));
    if (isStartDue()) {
      frontiers.values().forEach(Frontier::lookFromTheStart);
      startedAt = nanoTime.getAsLong();
    }
    return List.copyOf(frontiers.values());
  }

  /**
   * Whether these, in order per shard, are all that can lie beyond the frontiers of their shards: a
   * position that somebody else has, or that was rolled back, leaves a gap.
   */
  boolean areNext(List<PendingMessage> ordered) {
    var byShard = byShard();
    var last = new HashMap<Integer, Long>();
    for (var message : ordered) {
      var frontier = byShard.get(message.shard());
      var before = last.put(message.shard(), message.position());
      boolean next =
          frontier != null
              && (before == null
                  ? frontier.isNext(message.position())
                  : message.position() == before + 1);
      if (!next) {
        return false;
      }
    }
    return true;
  }

  /** What the look found, in order per shard; what was not acknowledged is looked up again. */
  void looked(List<PendingMessage> batch, List<PendingMessage> acknowledged) {
    var now = nanoTime.getAsLong();
    var byShard = byShard();
    batch.forEach(message -> frontier(byShard, message).found(message.position(), now));
    for (var failed : failed(batch, acknowledged)) {
      frontier(byShard, failed).failed(failed.position(), now);
    }
    frontiers.values().forEach(frontier -> frontier.looked(now));
  }

  private static Set<PendingMessage> failed(
      List<PendingMessage> batch, List<PendingMessage> acknowledged) {
    if (batch.size() == acknowledged.size()) {
      return Set.of();
    }
    var failed = new HashSet<>(batch);
    failed.removeAll(new HashSet<>(acknowledged));
    return failed;
  }

  private Map<Integer, Frontier> byShard() {
    var byShard = new HashMap<Integer, Frontier>();
    frontiers.values().forEach(frontier -> byShard.put(frontier.shard(), frontier));
    return byShard;
  }

  private static Frontier frontier(Map<Integer, Frontier> byShard, PendingMessage message) {
    var frontier = byShard.get(message.shard());
    if (frontier == null) {
      throw new IllegalStateException("a row of a shard that nobody asked for");
    }
    return frontier;
  }
}
