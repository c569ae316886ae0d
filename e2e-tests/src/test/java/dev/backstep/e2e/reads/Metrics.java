package dev.backstep.e2e.reads;

import java.util.List;

/** Sums of what services tell at {@code /q/metrics}. */
final class Metrics {
  private Metrics() {}

  /** How many of what that timer counted took at most about so many seconds. */
  static double within(List<String> instances, String timer, double seconds) {
    return instances.stream()
        .flatMap(base -> Shop.metrics(base).body().lines())
        .filter(line -> line.startsWith(timer + "_bucket"))
        .filter(line -> bound(line) <= seconds * 1.1) // buckets do not end at round numbers
        .mapToDouble(Metrics::value)
        .max()
        .orElse(0);
  }

  private static double bound(String line) {
    var text = line.replaceFirst(".*le=\"([^\"]+)\".*", "$1");
    return text.contains("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  /** The sum of that metric over those instances, of the series that have all those labels. */
  static double sum(List<String> instances, String name, String... labels) {
    return instances.stream()
        .flatMap(base -> Shop.metrics(base).body().lines())
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(Metrics::value)
        .sum();
  }
}
