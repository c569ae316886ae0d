package dev.backstep.bench.run;

import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.stack.Shopkeeper;

/**
 * Everybody wants the same product, and one in five gets it; beside it the same crowd with the same
 * luck over many products. No card is declined, so that exactly every unit is sold.
 */
record HotProduct(RoundResult hot, RoundResult spread) {
  private static final int BUYERS = 5_000;
  private static final int BUYERS_PER_UNIT = 5;

  /** On a slow system the crowd is as large as comes in so many seconds. */
  private static final double MOST_SECONDS = 12;

  static HotProduct measure(Session session, double rate) throws InterruptedException {
    int units = (int) Math.max(1, Math.min(BUYERS, rate * MOST_SECONDS) / BUYERS_PER_UNIT);
    var keeper = new Shopkeeper(session.stack().layout());
    var spread = play(session, keeper.stock("ONE-OF-MANY", units, 1), rate, units);
    var hot = play(session, keeper.stock("HOT", 1, units), rate, units);
    session.say(
        "%,d buyers of %,d units: %,.0f/s of one product, %,.0f/s of %,d"
            .formatted(units * BUYERS_PER_UNIT, units, hot.endToEnd(), spread.endToEnd(), units));
    return new HotProduct(hot, spread);
  }

  private static RoundResult play(Session session, Shelf shelf, double rate, int units)
      throws InterruptedException {
    return session
        .shoppers()
        .play(new RoundPlan(new Arrivals(rate, (long) units * BUYERS_PER_UNIT), shelf, 0));
  }

  /** Units that were sold more or less often than there were; 0 is right. */
  long miscounted() {
    return Math.abs(units(hot) - hot.confirmed().getTotalCount())
        + Math.abs(units(spread) - spread.confirmed().getTotalCount());
  }

  private static long units(RoundResult result) {
    return result.plan().arrivals().count() / BUYERS_PER_UNIT;
  }
}
