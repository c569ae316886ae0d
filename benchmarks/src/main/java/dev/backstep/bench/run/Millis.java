package dev.backstep.bench.run;

import org.HdrHistogram.Histogram;

/** Milliseconds out of a histogram of nanoseconds. */
final class Millis {
  private static final double NANOS_PER_MILLI = 1e6;

  private Millis() {}

  static double at(Histogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  static double longest(Histogram nanos) {
    return nanos.getMaxValue() / NANOS_PER_MILLI;
  }
}
