package dev.backstep.bench.run;

/** How the stack does at some age. */
record Age(Measured low, Measured saturation, LimitRows limits) {
  static Age measure(Session session, Lengths lengths, double guess) throws InterruptedException {
    var low = Latencies.low(session, lengths);
    var saturation = new Saturation(session, lengths).find(guess);
    return new Age(low, saturation, LimitRows.measure(session, lengths));
  }

  double rate() {
    return saturation.rate();
  }
}
