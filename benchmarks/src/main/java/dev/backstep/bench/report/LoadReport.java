package dev.backstep.bench.report;

import dev.backstep.bench.load.RoundResult;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** One round for people. */
public final class LoadReport {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS = 1e3;

  private LoadReport() {}

  /**
   * Counts, latencies and what each process used.
   *
   * @param cpu used during the round, until it was drained
   */
  public static String of(RoundResult result, Map<String, Duration> cpu) {
    return counts(result) + latencies(result) + processors(result, cpu);
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

  private static String processors(RoundResult result, Map<String, Duration> cpu) {
    double sagas = Math.max(1, result.finished());
    double wall = result.offering().plus(result.draining()).toNanos();
    var lines =
        new StringBuilder(String.format("%-20s %12s %12s%n", "CPU", "ms per saga", "% of a core"));
    cpu.forEach((name, used) ->
        lines.append(
            String.format(
                "%-20s %12.3f %12.1f%n",
                name, used.toMillis() / sagas, used.toNanos() / wall * 100)));
    long all = cpu.values().stream().mapToLong(Duration::toNanos).sum();
    lines.append(
        String.format(
            "%-20s %12.3f %12.1f%n", "all", all / NANOS_PER_MILLI / sagas, all / wall * 100));
    return lines.toString();
  }
}
