package dev.backstep.bench.search;

/**
 * A search for the highest rate that is held: doubled until one is not, then between the best and
 * the worst of them until they are close. A near miss is tried twice, for it may have been the
 * machine.
 *
 * @param held the highest rate that was held so far; 0 if none was
 * @param failed the lowest that was not; infinite if none failed
 * @param next what to try now
 * @param missed whether that was tried before, and nearly held
 */
public record RateSearch(double held, double failed, double next, boolean missed) {
  /** Closer than this, the difference is noise: the machine itself drifts by more. */
  private static final double CLOSE = 1.1;

  /** Who finishes this much of what is offered may have had bad luck. */
  private static final double NEARLY = 0.85;

  /** Slower than this is broken, not slow. */
  private static final double LOWEST = 1;

  private static final double GROWTH = 2;

  /** Begins with that rate. */
  public static RateSearch from(double first) {
    return new RateSearch(0, Double.POSITIVE_INFINITY, first, false);
  }

  /**
   * What follows from a try of {@link #next}.
   *
   * @param bore whether it was held
   * @param throughput what was finished each second, which hints at where the limit is
   */
  public RateSearch tried(boolean bore, double throughput) {
    if (bore) {
      return grown();
    }
    return missed || throughput < NEARLY * next
        ? shrunk(throughput)
        : new RateSearch(held, failed, next, true);
  }

  private RateSearch grown() {
    double now = Math.max(held, next);
    double higher = Double.isInfinite(failed) ? now * GROWTH : middle(now, failed);
    return new RateSearch(now, failed, higher, false);
  }

  // A system that is offered too much still finishes about what it can, or somewhat less.
  private RateSearch shrunk(double throughput) {
    double worst = Math.min(failed, next);
    double hint = Math.max(LOWEST, throughput);
    boolean helps = held * CLOSE < hint && hint < worst / CLOSE;
    return new RateSearch(held, worst, helps ? hint : middle(held, worst), false);
  }

  private static double middle(double low, double high) {
    return low > 0 ? Math.sqrt(low * high) : high / GROWTH;
  }

  /** Whether {@link #held} is as good as known. */
  public boolean isOver() {
    return failed <= held * CLOSE || next < LOWEST;
  }
}
