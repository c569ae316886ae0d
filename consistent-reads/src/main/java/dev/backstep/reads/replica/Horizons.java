package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the primary's log was when all transactions up to some id were over: tells which position
 * covers a row that is known by the transaction that wrote it.
 *
 * <p>A transaction is over for others only when its commit is flushed. So when its id is below that
 * of the oldest one still running, the log's flushed position, asked for afterwards, is at or
 * beyond its commit. No clock is involved.
 */
public final class Horizons {
  /** Five minutes of looks, as long as marks live; whoever shows older rows gets the oldest. */
  static final int MOST = 12_000;

  private final TreeMap<Long, Position> seen = new TreeMap<>();

  /**
   * One look at the primary.
   *
   * @param oldestRunning the id of the oldest transaction that was not over, in 64 bits
   * @param flushed how far the log was after that
   */
  record Horizon(long oldestRunning, Position flushed) {}

  /** Those of another timeline tell nothing of this one's ids. */
  synchronized void add(Horizon look) {
    if (!seen.isEmpty() && seen.lastEntry().getValue().timeline() != look.flushed().timeline()) {
      seen.clear();
    }
    seen.putIfAbsent(look.oldestRunning(), look.flushed()); // the first look is the lowest
    if (seen.size() > MOST) {
      seen.pollFirstEntry();
    }
  }

  /**
   * The earliest known position at or beyond the commit of that transaction, whose work somebody
   * saw; empty when it is too young.
   *
   * @param transaction an id as {@code xmin} of a row has it, in 32 bits
   */
  public synchronized Optional<Position> covering(int transaction) {
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(seen.higherEntry(widened(transaction))).map(Map.Entry::getValue);
  }

  /** Ids in rows are counted round and round; those that matter are near each other. */
  private long widened(int transaction) {
    long newest = seen.lastKey();
    return newest + (transaction - (int) newest);
  }
}
