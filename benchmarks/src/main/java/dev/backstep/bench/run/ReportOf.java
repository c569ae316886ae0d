package dev.backstep.bench.run;

import dev.backstep.bench.report.Report;
import java.util.List;

/** Puts the findings of a run into one table. */
final class ReportOf {
  private ReportOf() {}

  static Report run(Findings findings) {
    var rounds = findings.rounds();
    return new Report(
        About.thisRun(),
        List.of(
            Rates.section(rounds),
            LatencyRows.section(rounds),
            FloodRows.section(rounds),
            SagaCosts.section(rounds),
            ProcessCosts.section(rounds),
            StackRows.section(findings)));
  }
}
