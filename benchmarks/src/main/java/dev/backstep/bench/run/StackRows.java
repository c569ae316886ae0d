package dev.backstep.bench.run;

import dev.backstep.bench.cost.Processes;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.time.Duration;
import java.util.List;

/** The stack as a whole, and whether its figures may be believed. */
final class StackRows {
  private static final double MILLIS = 1e3;
  private static final double MEGA = 1024 * 1024;

  private StackRows() {}

  static Section section(Findings findings) {
    return new Section(
        "The stack",
        List.of("figure"),
        List.of(
            Row.of("start with an empty directory, in s", seconds(findings.start())),
            Row.of(
                "start again, in s",
                findings.startAgain().map(StackRows::seconds).orElseGet(Figure::none)),
            Row.of("PSS at rest, in MB", Figure.count(memory(findings.rounds().rest()) / MEGA)),
            Row.of(
                "at rest, in % of a core",
                Figure.tenths(AtRest.percent(findings.rounds().rest().costs()))),
            yes("saturation was held", findings.rounds().saturation().result().isHeld()),
            yes("every scarce unit was sold once", findings.rounds().hot().miscounted() == 0),
            yes("the audit is clean", findings.audit().isClean())));
  }

  private static double memory(AtRest rest) {
    return rest.memory().entrySet().stream()
        .filter(each -> !each.getKey().equals(Processes.GENERATOR))
        .mapToDouble(each -> (double) each.getValue().proportional())
        .sum();
  }

  private static Figure seconds(Duration duration) {
    return Figure.tenths(duration.toMillis() / MILLIS);
  }

  private static Row yes(String claim, boolean holds) {
    return Row.of(claim + " (1 or 0)", Figure.count(holds ? 1L : 0L));
  }
}
