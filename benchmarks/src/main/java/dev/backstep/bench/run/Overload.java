package dev.backstep.bench.run;

import dev.backstep.bench.load.RoundResult;
import java.time.Duration;

/**
 * Twice what is held, and what the system is like afterwards.
 *
 * @param flood the overload
 * @param after the low rate as soon as nothing is left of it
 */
record Overload(RoundResult flood, RoundResult after) {
  private static final double TIMES = 2;
  private static final Duration FLOOD = Duration.ofSeconds(10);
  private static final Duration AFTER = Duration.ofSeconds(5);

  static Overload measure(Session session, double saturation) throws InterruptedException {
    var flood = session.play(TIMES * saturation, FLOOD);
    var answers = flood.answers();
    session.say(
        "overload: %,d accepted, %,d turned away, %,d errors %s; drained in %.1f s, %,d lost"
            .formatted(
                answers.accepted(),
                answers.turnedAway(),
                answers.errors(),
                flood.firstFailure(),
                flood.draining().toMillis() / 1e3,
                flood.lost()));
    return new Overload(flood, session.play(Latencies.LOW_RATE, AFTER));
  }
}
