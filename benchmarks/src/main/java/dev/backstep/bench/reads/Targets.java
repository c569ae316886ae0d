package dev.backstep.bench.reads;

import dev.backstep.bench.cost.MetricsPage;
import java.util.List;

/** Which servers answered reads so far, as the services count them. */
record Targets(double primary, double all) {
  private static final String READS = "backstep_reads_total{";

  static Targets of(List<String> services) {
    double primary = 0;
    double all = 0;
    for (var service : services) {
      for (var line : MetricsPage.of(service).lines().toList()) {
        if (line.startsWith(READS)) {
          double count = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
          all += count;
          primary += line.contains("target=\"primary\"") ? count : 0;
        }
      }
    }
    return new Targets(primary, all);
  }

  Targets minus(Targets before) {
    return new Targets(primary - before.primary, all - before.all);
  }

  double primaryPercent() {
    return all == 0 ? Double.NaN : 100 * primary / all;
  }
}
