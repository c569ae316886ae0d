package dev.backstep.saga.figures;

import java.time.Duration;

/**
 * How often something was done, how often it needed more than one try or failed, and how long it
 * took.
 */
public final class Timing {
  private final Histogram durations;
  private long times;
  private long retried;
  private long failed;

  Timing(Histogram durations, long times, long retried, long failed) {
    this.durations = durations;
    this.times = times;
    this.retried = retried;
    this.failed = failed;
  }

  /** Without anything in it. */
  public static Timing empty() {
    return new Timing(Histogram.empty(), 0, 0, 0);
  }

  void add(Duration took, boolean again, boolean inVain, long weight) {
    times += weight;
    retried += again ? weight : 0;
    failed += inVain ? weight : 0;
    if (!inVain) {
      durations.add(took, weight);
    }
  }

  /** Takes in all of the other. */
  public void add(Timing other) {
    times += other.times;
    retried += other.retried;
    failed += other.failed;
    durations.add(other.durations);
  }

  /** Of those that did not fail. */
  public Histogram durations() {
    return durations;
  }

  public long times() {
    return times;
  }

  public long retried() {
    return retried;
  }

  public long failed() {
    return failed;
  }
}
