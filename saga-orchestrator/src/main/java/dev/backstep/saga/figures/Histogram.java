package dev.backstep.saga.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often things took how long. Bounds grow by a fifth, so a quantile read from it is at most
 * that much too large; anything beyond 70 minutes counts as 70 minutes.
 */
public final class Histogram {
  /** From 1 ms to 2^22 ms in steps of a quarter power of two. */
  static final int BUCKETS = 22 * Histogram.PER_DOUBLING + 1;

  private static final int PER_DOUBLING = 4;

  /** A bound itself belongs below it. */
  private static final double ROUNDING = 1e-9;

  private final long[] counts;

  private Histogram(long[] counts) {
    this.counts = counts;
  }

  /** Without anything in it. */
  public static Histogram empty() {
    return new Histogram(new long[BUCKETS]);
  }

  static Histogram of(Long[] stored) {
    var counts = new long[BUCKETS];
    for (int i = 0; i < Math.min(stored.length, BUCKETS); i++) {
      counts[i] = stored[i];
    }
    return new Histogram(counts);
  }

  void add(Duration took, long weight) {
    counts[bucketOf(took)] += weight;
  }

  /** Takes in all of the other. */
  public void add(Histogram other) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** How many there are. */
  public long size() {
    return Arrays.stream(counts).sum();
  }

  /** The duration that such a part stays below or at; empty when there is nothing. */
  public Optional<Duration> quantile(double part) {
    long size = size();
    if (size == 0) {
      return Optional.empty();
    }
    long wanted = Math.max(1, (long) Math.ceil((double) size * part));
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Optional.of(Duration.ofMillis(boundOf(i)));
      }
    }
    throw new IllegalStateException("a part of a whole lies inside it");
  }

  Long[] stored() {
    return Arrays.stream(counts).boxed().toArray(Long[]::new);
  }

  private static int bucketOf(Duration took) {
    double doublings = Math.log((double) Math.max(1, took.toMillis())) / Math.log(2);
    return Math.min(BUCKETS - 1, (int) Math.ceil(doublings * PER_DOUBLING - ROUNDING));
  }

  private static long boundOf(int bucket) {
    return Math.round(Math.pow(2, (double) bucket / PER_DOUBLING));
  }
}
