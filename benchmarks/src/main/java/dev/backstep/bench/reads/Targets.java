package dev.backstep.bench.reads;

import static java.util.stream.Collectors.toMap;

import dev.backstep.bench.cost.MetricsPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which servers answered reads so far, as the services count them.
 *
 * @param primary reads that the primary answered, by the reason for it
 * @param all reads that any server answered
 */
record Targets(Map<String, Double> primary, double all) {
  private static final Pattern READS =
      Pattern.compile("backstep_reads_total\\{.*reason=\"([^\"]+)\".*} (\\S+)");

  static Targets of(List<String> services) {
    var primary = new HashMap<String, Double>();
    double all = 0;
    for (var service : services) {
      for (var line : MetricsPage.of(service).lines().toList()) {
        var reads = READS.matcher(line);
        if (reads.matches()) {
          double count = Double.parseDouble(reads.group(2));
          all += count;
          if (line.contains("target=\"primary\"")) {
            primary.merge(reads.group(1), count, Double::sum);
          }
        }
      }
    }
    return new Targets(primary, all);
  }

  Targets minus(Targets before) {
    var since =
        primary.entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    it -> it.getValue() - before.primary.getOrDefault(it.getKey(), 0.0)));
    return new Targets(since, all - before.all);
  }

  double primaryPercent() {
    return percent(primary.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /** Of all reads, those that went to the primary for one of these reasons. */
  double percentFor(List<String> reasons) {
    return percent(reasons.stream().mapToDouble(it -> primary.getOrDefault(it, 0.0)).sum());
  }

  private double percent(double reads) {
    return all == 0 ? Double.NaN : 100 * reads / all;
  }
}
