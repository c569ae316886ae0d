package dev.backstep.bench.report;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.cost.Pauses;
import dev.backstep.bench.cost.Statements;
import dev.backstep.bench.load.RoundResult;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One round for people. */
public final class LoadReport {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS = 1e3;

  private static final int MOST_STATEMENTS = 40;

  private LoadReport() {}

  /**
   * Counts, latencies and what each process used.
   *
   * @param costs of the round, until it was drained
   */
  public static String of(RoundResult result, Costs costs) {
    return counts(result) + latencies(result) + processors(result, costs) + work(result, costs);
  }

  private static String counts(RoundResult result) {
    var answers = result.answers();
    return String.format(
        """
        offered      %,d at %,.0f/s for %.1f s, %d %% declined, over %,d products
        accepted     %,d; turned away %,d (%,d without Retry-After); errors %,d %s
        finished     %,d in time: %,.1f/s; %,d left, drained in %.1f s; lost %,d
        held         %s
        """,
        result.plan().arrivals().count(),
        result.plan().arrivals().perSecond(),
        result.offering().toMillis() / MILLIS,
        result.plan().declinedPercent(),
        result.plan().shelf().skus().size(),
        answers.accepted(),
        answers.turnedAway(),
        answers.rude(),
        answers.errors(),
        result.firstFailure(),
        result.finishedInTime(),
        result.throughput(),
        result.backlog(),
        result.draining().toMillis() / MILLIS,
        result.lost(),
        result.isHeld() ? "yes" : "no");
  }

  private static String latencies(RoundResult result) {
    return String.format("%-20s %9s %9s %9s %9s %9s%n", "ms", "p50", "p90", "p99", "p99.9", "max")
        + line("POST", result.post())
        + line("POST to CONFIRMED", result.confirmed())
        + line("POST to REJECTED", result.rejected());
  }

  private static String line(String what, Histogram nanos) {
    return String.format(
        "%-20s %9.1f %9.1f %9.1f %9.1f %9.1f%n",
        what,
        nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(90) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
        nanos.getMaxValue() / NANOS_PER_MILLI);
  }

  private static String processors(RoundResult result, Costs costs) {
    double sagas = Math.max(1, result.finished());
    var lines =
        new StringBuilder(
            String.format(
                "%-20s %12s %12s %10s %10s %10s%n",
                "CPU", "ms per saga", "% of a core", "GC pauses", "GC ms", "longest"));
    costs
        .cpu()
        .forEach((name, used) ->
            lines.append(
                line(name, used, costs, sagas, costs.pauses().getOrDefault(name, Pauses.NONE))));
    lines.append(line("all", costs.allCpu(), costs, sagas, Pauses.NONE));
    return lines.toString();
  }

  private static String line(String name, Duration used, Costs costs, double sagas, Pauses pauses) {
    return String.format(
        "%-20s %12.3f %12.1f %10d %10.1f %10.1f%n",
        name,
        used.toNanos() / NANOS_PER_MILLI / sagas,
        costs.percentOfCore(used),
        pauses.count(),
        pauses.millis(),
        pauses.longestMillis());
  }

  private static String work(RoundResult result, Costs costs) {
    double sagas = Math.max(1, result.finished());
    return String.format(
        "per saga             %.2f transactions, %.3f WAL syncs, %,.0f WAL bytes, %.2f Kafka records%n",
        costs.transactions() / sagas,
        costs.walSyncs() / sagas,
        costs.walBytes() / sagas,
        costs.records() / sagas);
  }

  /** The statements that took the most time, and how many each saga needed. */
  public static String of(List<Statements.Kind> statements, long sagas) {
    long calls = statements.stream().mapToLong(Statements.Kind::calls).sum();
    var lines =
        new StringBuilder(
            String.format(
                "%.2f statements per saga, BEGIN and COMMIT included%n%10s %10s %10s %10s  %s%n",
                (double) calls / sagas,
                "per saga",
                "rows each",
                "us per saga",
                "us each",
                "statement"));
    statements.stream().limit(MOST_STATEMENTS).forEach(each -> lines.append(line(each, sagas)));
    return lines.toString();
  }

  private static String line(Statements.Kind kind, long sagas) {
    return String.format(
        "%10.3f %10.1f %10.1f %10.1f  %s: %.160s%n",
        (double) kind.calls() / sagas,
        (double) kind.rows() / kind.calls(),
        kind.millis() * MILLIS / sagas,
        kind.millis() * MILLIS / kind.calls(),
        kind.database(),
        kind.text());
  }
}
