package dev.backstep.bench.run;

import java.time.Duration;

/** Latencies at a low rate, and at two parts of what is held. */
record Latencies(Measured low, Measured half, Measured most) {
  /** Of the comparison. */
  static final double LOW_RATE = 50;

  private static final double HALF = 0.5;
  private static final double MOST = 0.9;

  static Measured low(Session session, Lengths lengths) throws InterruptedException {
    return at(session, LOW_RATE, lengths.lowRate());
  }

  /**
   * After the search for the highest rate: it leaves compilers less to do than any warm-up, and a
   * compiler that takes a processor for half a second is what the far percentiles would show.
   */
  static Latencies measure(Session session, Lengths lengths, double saturation)
      throws InterruptedException {
    return new Latencies(
        low(session, lengths),
        at(session, HALF * saturation, lengths.highRate()),
        at(session, MOST * saturation, lengths.highRate()));
  }

  private static Measured at(Session session, double rate, Duration length)
      throws InterruptedException {
    var measured = session.measure(rate, length);
    session.say(
        "latency at %,.0f/s: POST p50 %.1f ms, to CONFIRMED p50 %.1f ms, p99 %.1f ms"
            .formatted(
                rate,
                Millis.at(measured.result().post(), 50),
                Millis.at(measured.result().confirmed(), 50),
                Millis.at(measured.result().confirmed(), 99)));
    return measured;
  }
}
