package dev.backstep.bench.run;

import dev.backstep.bench.report.Report;
import java.util.List;

/** Puts the findings of a run into one table. */
final class ReportOf {
  private ReportOf() {}

  static Report run(Findings findings) {
    return new Report(
        About.thisRun(),
        List.of(
            Rates.section(findings),
            LatencyRows.section(findings),
            FloodRows.section(findings),
            SagaCosts.section(findings),
            ProcessCosts.section(findings),
            StackRows.section(findings)));
  }
}
