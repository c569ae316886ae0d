package dev.backstep.bench.run;

import dev.backstep.bench.cost.Memory;
import dev.backstep.bench.cost.Pauses;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.time.Duration;
import java.util.List;

/** What each process takes: while saturation is held, and at rest afterwards. */
final class ProcessCosts {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGA = 1024 * 1024;

  private ProcessCosts() {}

  static Section section(Rounds rounds) {
    return new Section(
        "Processes",
        List.of(
            "ms/saga low",
            "ms/saga sat.",
            "% of a core",
            "at rest %",
            "RSS MB",
            "PSS MB",
            "GC pauses",
            "GC ms",
            "longest ms"),
        rounds.rest().costs().cpu().keySet().stream().map(name -> row(rounds, name)).toList());
  }

  private static Row row(Rounds rounds, String name) {
    var costs = rounds.saturation().costs();
    var rest = rounds.rest();
    var memory = rest.memory().getOrDefault(name, new Memory(0, 0));
    var pauses = costs.pauses().getOrDefault(name, Pauses.NONE);
    return Row.of(
        name,
        perSaga(rounds.latencies().low(), name),
        perSaga(rounds.saturation(), name),
        Figure.tenths(costs.percentOfCore(costs.cpu().getOrDefault(name, Duration.ZERO))),
        Figure.tenths(
            rest.costs().percentOfCore(rest.costs().cpu().getOrDefault(name, Duration.ZERO))),
        Figure.count(memory.resident() / MEGA),
        Figure.count(memory.proportional() / MEGA),
        Figure.count(pauses.count()),
        Figure.tenths(pauses.millis()),
        Figure.tenths(pauses.longestMillis()));
  }

  private static Figure perSaga(Measured measured, String name) {
    var used = measured.costs().cpu().getOrDefault(name, Duration.ZERO);
    return Figure.each(measured.each(used.toNanos() / NANOS_PER_MILLI));
  }
}
