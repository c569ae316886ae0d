package dev.backstep.reads.replica;

import dev.backstep.reads.pace.WatchPace;
import java.time.Duration;
import java.util.List;

/**
 * All replicas of one service, and what the watch over them shares with the readers.
 *
 * @param pace how often they are looked at
 * @param horizons which of the primary's positions cover what
 */
public record Replicas(List<Replica> all, WatchPace pace, Horizons horizons) {
  /**
   * Half of what a reader is ready to wait, and a handful of cheap statements. What was seen at
   * rest is older, never more than the truth: a replica has replayed at least that, and is asked
   * again on the connection that reads.
   */
  static final Duration BUSY = Duration.ofMillis(25);

  /** Whoever read will read again within so long, or pays with a read from the primary. */
  static final Duration BUSY_FOR = Duration.ofSeconds(5);

  /** Replicas that nobody has looked at yet. */
  public static Replicas of(List<Replica> all) {
    return new Replicas(all, new WatchPace(BUSY, BUSY_FOR, System::nanoTime), new Horizons());
  }
}
