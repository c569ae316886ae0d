package dev.backstep.bench.run;

import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long it takes. */
final class LatencyRows {
  private LatencyRows() {}

  static Section section(Rounds rounds) {
    var latencies = rounds.latencies();
    return new Section(
        "Latency in ms, from when it was due",
        List.of("at sagas/s", "p50", "p99", "p99.9", "longest"),
        List.of(
            post("POST, low rate", latencies.low()),
            post("POST, half of saturation", latencies.half()),
            post("POST, 90 % of saturation", latencies.most()),
            confirmed("to CONFIRMED, low rate", latencies.low()),
            confirmed("to CONFIRMED, half of saturation", latencies.half()),
            confirmed("to CONFIRMED, 90 % of saturation", latencies.most()),
            row("limit: one transaction per step", Latencies.LOW_RATE, rounds.limits().latency())));
  }

  private static Row post(String label, Measured measured) {
    return row(label, measured.rate(), measured.result().post());
  }

  private static Row confirmed(String label, Measured measured) {
    return row(label, measured.rate(), measured.result().confirmed());
  }

  private static Row row(String label, double rate, Histogram nanos) {
    return Row.of(
        label,
        Figure.rate(rate),
        Figure.tenths(Millis.at(nanos, 50)),
        Figure.tenths(Millis.at(nanos, 99)),
        Figure.tenths(Millis.at(nanos, 99.9)),
        Figure.tenths(Millis.longest(nanos)));
  }
}
