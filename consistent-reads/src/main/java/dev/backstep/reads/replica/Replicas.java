package dev.backstep.reads.replica;

import java.util.List;

/**
 * All replicas of one service, and what the watch over them shares with the readers.
 *
 * @param pace how often they are looked at
 * @param horizons which of the primary's positions cover what
 */
public record Replicas(List<Replica> all, WatchPace pace, Horizons horizons) {
  /** Replicas that nobody has looked at yet. */
  public static Replicas of(List<Replica> all) {
    return new Replicas(all, new WatchPace(System::nanoTime), new Horizons());
  }
}
