package dev.backstep.bench.run;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.limit.Limit;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;

/** What one saga costs, at a low rate, at saturation, and in plain JDBC. */
final class SagaCosts {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Rounds rounds;

  private SagaCosts(Rounds rounds) {
    this.rounds = rounds;
  }

  static Section section(Rounds rounds) {
    var costs = new SagaCosts(rounds);
    return new Section(
        "Per saga",
        List.of("low rate", "saturation", "limit"),
        List.of(
            costs.row("CPU ms, all processes", each -> each.allCpu().toNanos() / NANOS_PER_MILLI),
            costs.counted("transactions", Costs::transactions),
            Row.of(
                "SQL statements",
                Figure.each(rounds.statements().low()),
                Figure.each(rounds.statements().high()),
                Figure.each(Limit.TRANSACTIONS)),
            costs.row("WAL bytes", each -> (double) each.walBytes()),
            costs.row("WAL syncs", each -> (double) each.walSyncs()),
            costs.row("Kafka records", each -> (double) each.records())));
  }

  private interface Amount {
    double of(Costs costs);
  }

  private interface Count {
    long of(Costs costs);
  }

  private Row row(String label, Amount amount) {
    var limits = rounds.limits();
    return Row.of(
        label,
        each(rounds.latencies().low(), amount),
        each(rounds.saturation(), amount),
        Figure.each(amount.of(limits.costs()) / limits.onePerStep().sagas()));
  }

  // The limit's database is none of the services', whose commits are counted.
  private Row counted(String label, Count count) {
    return Row.of(
        label,
        each(rounds.latencies().low(), costs -> (double) count.of(costs)),
        each(rounds.saturation(), costs -> (double) count.of(costs)),
        Figure.each(Limit.TRANSACTIONS));
  }

  private static Figure each(Measured measured, Amount amount) {
    return Figure.each(measured.each(amount.of(measured.costs())));
  }
}
