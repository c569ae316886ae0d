package dev.backstep.bench.reads;

import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which servers answered reads so far, as the services count them. */
record Targets(double primary, double all) {
  private static final String READS = "backstep_reads_total{";

  static Targets of(List<String> services) {
    double primary = 0;
    double all = 0;
    for (var service : services) {
      for (var line : metrics(service)) {
        if (line.startsWith(READS)) {
          double count = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
          all += count;
          primary += line.contains("target=\"primary\"") ? count : 0;
        }
      }
    }
    return new Targets(primary, all);
  }

  private static List<String> metrics(String service) {
    try (var body = URI.create(service + "/q/metrics").toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new StackFailure("no metrics: " + e.getMessage(), e);
    }
  }

  Targets minus(Targets before) {
    return new Targets(primary - before.primary, all - before.all);
  }

  double primaryPercent() {
    return all == 0 ? Double.NaN : 100 * primary / all;
  }
}
