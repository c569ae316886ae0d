package dev.backstep.bench.run;

import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;

/** Everything in sagas a second, beside the two limits. */
final class Rates {
  private static final double NANOS = 1e9;

  private Rates() {}

  static Section section(Findings findings) {
    var held = findings.rounds().saturation().result();
    var hot = findings.rounds().hot();
    return new Section(
        "Sagas a second, to the final state",
        List.of("sagas/s", "of one/step", "of batched"),
        List.of(
            row(
                findings,
                "held for " + Math.round(held.offering().toNanos() / NANOS) + " s",
                held.throughput()),
            row(findings, "a crowd, over many products", hot.spread().endToEnd()),
            row(findings, "a crowd, one hot product", hot.hot().endToEnd()),
            row(
                findings,
                "limit: one transaction per step",
                findings.rounds().limits().onePerStep().perSecond()),
            row(findings, "limit: batched", findings.rounds().limits().batched().perSecond())));
  }

  private static Row row(Findings findings, String label, double perSecond) {
    return Row.of(
        label,
        Figure.rate(perSecond),
        Figure.ratio(perSecond / findings.rounds().limits().onePerStep().perSecond()),
        Figure.ratio(perSecond / findings.rounds().limits().batched().perSecond()));
  }
}
