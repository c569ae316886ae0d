package dev.backstep.bench.run;

import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;

/** Everything in sagas a second, beside the two limits. */
final class Rates {
  private static final double NANOS = 1e9;

  private Rates() {}

  static Section section(Rounds rounds) {
    var held = rounds.saturation().result();
    var hot = rounds.hot();
    return new Section(
        "Sagas a second, to the final state",
        List.of("sagas/s", "of one/step", "of batched"),
        List.of(
            row(
                rounds,
                "held for " + Math.round(held.offering().toNanos() / NANOS) + " s",
                held.throughput()),
            row(rounds, "a crowd, over many products", hot.spread().endToEnd()),
            row(rounds, "a crowd, one hot product", hot.hot().endToEnd()),
            row(
                rounds,
                "limit: one transaction per step",
                rounds.limits().onePerStep().perSecond()),
            row(rounds, "limit: batched", rounds.limits().batched().perSecond())));
  }

  private static Row row(Rounds rounds, String label, double perSecond) {
    return Row.of(
        label,
        Figure.rate(perSecond),
        Figure.ratio(perSecond / rounds.limits().onePerStep().perSecond()),
        Figure.ratio(perSecond / rounds.limits().batched().perSecond()));
  }
}
