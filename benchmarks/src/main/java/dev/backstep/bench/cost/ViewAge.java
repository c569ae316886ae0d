package dev.backstep.bench.cost;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How old the stock was when shoppers could see it, as inventory-service counts it: changes by the
 * time, in seconds, within which they were seen.
 *
 * @param seen cumulative, the last one is of all changes
 */
public record ViewAge(TreeMap<Double, Double> seen) {
  private static final Pattern BUCKET =
      Pattern.compile("backstep_view_age_seconds_bucket\\{.*le=\"([^\"]+)\".*} (\\S+)");
  private static final double MILLIS = 1e3;

  /** Everything until now. */
  public static ViewAge of(Layout layout) {
    return parse(MetricsPage.of(layout.url(Part.INVENTORY_SERVICE)));
  }

  static ViewAge parse(String metrics) {
    var seen = new TreeMap<Double, Double>();
    for (var match : BUCKET.matcher(metrics).results().toList()) {
      var bound = match.group(1);
      seen.merge(
          bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
          Double.parseDouble(match.group(2)),
          Double::sum);
    }
    return new ViewAge(seen);
  }

  /** What was seen since then. */
  public ViewAge minus(ViewAge before) {
    var since = new TreeMap<Double, Double>();
    seen.forEach((bound, count) -> since.put(bound, count - before.seen.getOrDefault(bound, 0.0)));
    return new ViewAge(since);
  }

  /** Changes of the stock, or fewer: of several in one poll the newest counts. */
  public double changes() {
    return seen.isEmpty() ? 0 : seen.lastEntry().getValue();
  }

  /** That share of them was seen within so many milliseconds. */
  public double millis(double share) {
    return seen.entrySet().stream()
        .filter(it -> changes() > 0 && it.getValue() >= share * changes())
        .mapToDouble(Map.Entry::getKey)
        .map(seconds -> seconds * MILLIS)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** One line for people. */
  public String text() {
    return String.format(
        "stock as shown       p50 %,.0f ms old, p99 %,.0f ms, of %,.0f changes%n",
        millis(0.5), millis(0.99), changes());
  }
}
