package dev.backstep.bench.run;

import java.time.Duration;

/** Lets compilers, pools and caches see what is coming, at a growing rate. */
record WarmUp(Session session, Lengths lengths) {
  private static final double FIRST_RATE = 25;
  private static final double GROWTH = 2;

  /** Somewhat more than it finished: a system that warms up can soon do more. */
  private static final double PRESSURE = 1.3;

  /** Short: what is too fast is soon noticed. */
  private static final Duration STAGE = Duration.ofSeconds(3);

  /** Returns about what was finished each second in the best stage. */
  double run() throws InterruptedException {
    long end = System.nanoTime() + lengths.warmUp().toNanos();
    long sagas = 0;
    double rate = FIRST_RATE;
    double best = 1;
    while (sagas < lengths.warmUpSagas() && System.nanoTime() < end) {
      var result = session.play(rate, STAGE);
      sagas += result.finished();
      best = Math.max(best, result.steady());
      session.say("warm-up: %,.0f/s offered, %,.0f/s finished".formatted(rate, result.endToEnd()));
      rate = result.isHeld() ? rate * GROWTH : Math.max(FIRST_RATE, result.endToEnd() * PRESSURE);
    }
    return best;
  }
}
