package dev.backstep.bench.search;

/**
 * A search for the highest rate that is held: doubled until one is not, then between the best and
 * the worst of them until they are close.
 *
 * @param held the highest rate that was held so far; 0 if none was
 * @param failed the lowest that was not; infinite if none failed
 * @param next what to try now
 */
public record RateSearch(double held, double failed, double next) {
  /** Closer than this, the difference is noise: the machine itself drifts by more. */
  private static final double CLOSE = 1.1;

  /** Slower than this is broken, not slow. */
  private static final double LOWEST = 1;

  private static final double GROWTH = 2;

  public static RateSearch from(double first) {
    return new RateSearch(0, Double.POSITIVE_INFINITY, first);
  }

  /**
   * What follows from a try of {@link #next}.
   *
   * @param bore whether it was held
   * @param throughput what was finished each second, which hints at where the limit is
   */
  public RateSearch tried(boolean bore, double throughput) {
    return bore ? grown() : shrunk(throughput);
  }

  private RateSearch grown() {
    double now = Math.max(held, next);
    return new RateSearch(
        now, failed, Double.isInfinite(failed) ? now * GROWTH : middle(now, failed));
  }

  // A system that is offered too much still finishes about what it can, or somewhat less.
  private RateSearch shrunk(double throughput) {
    double worst = Math.min(failed, next);
    double hinted = held * CLOSE < throughput && throughput < worst / CLOSE ? throughput : 0;
    return new RateSearch(held, worst, hinted > 0 ? hinted : middle(held, worst));
  }

  private static double middle(double low, double high) {
    return low > 0 ? Math.sqrt(low * high) : high / GROWTH;
  }

  /** Whether {@link #held} is as good as known. */
  public boolean isOver() {
    return failed <= held * CLOSE || next < LOWEST;
  }
}
