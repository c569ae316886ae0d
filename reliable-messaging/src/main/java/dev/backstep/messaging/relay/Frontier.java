package dev.backstep.messaging.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far the relay has looked into one shard. Positions of a shard are counted without gaps, so a
 * position that was passed over belongs to a transaction that is still open, or was rolled back: it
 * is looked up again, for a while.
 *
 * <p>Not promised: that a row whose transaction stayed open longer than {@link #PATIENCE} is found
 * from here. The next look from the start finds it.
 */
final class Frontier {
  /** Transactions last milliseconds; a position that is missing for longer was rolled back. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Looked up one by one in each round, so there cannot be many. */
  static final int MAX_MISSING = 256;

  /** Transactions that may have been open below the first row ever seen. */
  static final int BELOW_THE_FIRST = 32;

  private final int shard;
  private final NavigableMap<Long, Long> missing = new TreeMap<>();
  private long seen;
  private boolean fromTheStart;

  Frontier(int shard) {
    this.shard = shard;
  }

  int shard() {
    return shard;
  }

  /** The next look finds what lies beyond this position. */
  long from() {
    return fromTheStart ? 0 : seen;
  }

  /** Once, the next look begins at the start: it finds what nobody expected. */
  void lookFromTheStart() {
    fromTheStart = true;
  }

  Collection<Long> missing() {
    return missing.keySet();
  }

  /** Whether that position is the next one, and nothing before it is missing. */
  boolean isNext(long position) {
    return seen > 0 && position == seen + 1 && missing.isEmpty() && !fromTheStart;
  }

  /** A look found that position; the positions of a look come in ascending order. */
  void found(long position, long now) {
    missing.remove(position);
    if (position > seen) {
      long first = seen == 0 ? position - BELOW_THE_FIRST : seen + 1;
      for (long id = Math.max(1, Math.max(first, position - MAX_MISSING)); id < position; id++) {
        missing.put(id, now);
      }
      seen = position;
    }
  }

  /** That position was found, but not published. */
  void failed(long position, long now) {
    missing.put(position, now);
  }

  /** A look is over. Gives up what nobody can wait for; if too much is missing, begins anew. */
  void looked(long now) {
    fromTheStart = false;
    missing.values().removeIf(noticed -> now - noticed > PATIENCE.toNanos());
    if (missing.size() > MAX_MISSING) {
      missing.clear();
      seen = 0;
    }
  }
}
