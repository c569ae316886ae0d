package dev.backstep.bench.run;

import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.stack.BenchStack;
import java.time.Duration;

/** What all rounds of a run share. */
record Session(BenchStack stack, Shoppers shoppers, Meter meter, Shelf shelf, Narration narration) {
  /** Declined cards, as everywhere in the comparison. */
  static final int DECLINED_PERCENT = 10;

  /** Products to choose from. */
  static final int PRODUCTS = 1_000;

  /** A round over the usual shelf. */
  RoundResult play(double rate, Duration length) throws InterruptedException {
    return shoppers.play(new RoundPlan(Arrivals.during(rate, length), shelf, DECLINED_PERCENT));
  }

  /** The same, with what it cost. */
  Measured measure(double rate, Duration length) throws InterruptedException {
    var begin = meter.begin();
    var result = play(rate, length);
    return new Measured(result, meter.since(begin));
  }

  void say(String what) {
    narration.say(what);
  }
}
