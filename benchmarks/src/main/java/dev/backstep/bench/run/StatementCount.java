package dev.backstep.bench.run;

import dev.backstep.bench.cost.Statements;
import dev.backstep.bench.load.RoundResult;
import java.time.Duration;

/**
 * SQL statements per saga. Counted last and apart: the server is restarted for it, and counting
 * costs something.
 */
record StatementCount(double low, double high) {
  private static final Duration RECONNECT = Duration.ofSeconds(3);
  private static final Duration LENGTH = Duration.ofSeconds(5);

  /** The backlog of a rate that is only just held would blur the count. */
  private static final double HIGH = 0.9;

  static StatementCount measure(Session session, double saturation) throws InterruptedException {
    var statements = Statements.count(session.stack().processes());
    session.play(Latencies.LOW_RATE, RECONNECT);
    double low = at(session, statements, Latencies.LOW_RATE);
    double high = at(session, statements, HIGH * saturation);
    session.say(
        "statements per saga: %.1f at %.0f/s, %.1f near saturation"
            .formatted(low, Latencies.LOW_RATE, high));
    return new StatementCount(low, high);
  }

  private static double at(Session session, Statements statements, double rate)
      throws InterruptedException {
    statements.reset();
    RoundResult result = session.play(rate, LENGTH);
    long calls = statements.all().stream().mapToLong(Statements.Kind::calls).sum();
    return (double) calls / Math.max(1, result.finished());
  }
}
