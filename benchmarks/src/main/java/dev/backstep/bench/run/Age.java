package dev.backstep.bench.run;

/** How the stack does at some age. */
record Age(Measured low, Measured saturation, LimitRows limits) {
  static Age measure(Session session, Lengths lengths, double guess) throws InterruptedException {
    var saturation = new Saturation(session, lengths).find(guess);
    var limits = LimitRows.measure(session, lengths);
    return new Age(Latencies.low(session, lengths), saturation, limits);
  }

  double rate() {
    return saturation.rate();
  }
}
