package dev.backstep.bench.run;

import dev.backstep.bench.search.RateSearch;
import dev.backstep.stack.layout.StackFailure;

/** Finds the highest rate that is held, and holds it. */
record Saturation(Session session, Lengths lengths) {
  /** A rate that a short trial bore may be too much for long. */
  private static final int ATTEMPTS = 4;

  private static final double LESS = 0.92;

  /** A system that is still cold says little about what it can do. */
  private static final double LOWEST_GUESS = 50;

  /**
   * The round that was held for the whole time; the last one tried if none was.
   *
   * @param guess about what will be held
   */
  Measured find(double guess) throws InterruptedException {
    double rate = search(guess);
    for (int attempt = 1; ; attempt++) {
      var measured = session.measure(rate, lengths.hold());
      session.say(describe("hold", rate, measured));
      if (measured.result().isHeld() || attempt == ATTEMPTS) {
        return measured;
      }
      rate *= LESS;
    }
  }

  private double search(double guess) throws InterruptedException {
    var search = RateSearch.from(Math.max(LOWEST_GUESS, guess));
    while (!search.isOver()) {
      double rate = search.next();
      var result = session.play(rate, lengths.trial());
      session.say(
          "try %,.0f/s: %s, %,.0f/s finished, %,d left"
              .formatted(
                  rate, result.isHeld() ? "held" : "not held", result.steady(), result.backlog()));
      search = search.tried(result.isHeld(), result.steady());
    }
    if (search.held() == 0) {
      throw new StackFailure("no rate is held: see the logs of the stack's services");
    }
    return search.held();
  }

  private static String describe(String what, double rate, Measured measured) {
    var result = measured.result();
    return "%s %,.0f/s for %d s: %s"
        .formatted(what, rate, result.offering().toSeconds(), result.inWords());
  }
}
