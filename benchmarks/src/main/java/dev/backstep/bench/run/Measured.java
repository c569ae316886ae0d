package dev.backstep.bench.run;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.load.RoundResult;

/** A round and what it cost, until nothing was left of it. */
record Measured(RoundResult result, Costs costs) {
  /** What was offered each second. */
  double rate() {
    return result.plan().arrivals().perSecond();
  }

  /** Per finished saga. */
  double each(double amount) {
    return amount / Math.max(1, result.finished());
  }
}
