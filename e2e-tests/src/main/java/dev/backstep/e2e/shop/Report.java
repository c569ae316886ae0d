package dev.backstep.e2e.shop;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened, as a table. */
final class Report {
  private static final String ROW = "  %-20s %-32s %8s\n";

  private Report() {}

  static String of(Takings takings) {
    return ROW.formatted("kind", "ended", "orders")
        + Arrays.stream(Kind.values())
            .map(kind -> rows(kind, takings))
            .collect(Collectors.joining())
        + summary(takings);
  }

  private static String rows(Kind kind, Takings takings) {
    var counted =
        takings.purchases().stream()
            .filter(purchase -> purchase.kind() == kind)
            .collect(
                Collectors.groupingBy(
                    purchase -> purchase.ending().label(), TreeMap::new, Collectors.counting()));
    return counted.entrySet().stream()
        .map(entry -> ROW.formatted(kind.label(), marked(kind, entry.getKey()), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String marked(Kind kind, String ending) {
    return kind.expected().contains(ending)
        ? ending
        : ending + " (expected " + String.join(" or ", kind.expected()) + ")";
  }

  private static String summary(Takings takings) {
    var purchases = takings.purchases();
    return "\n%d of %d orders final, %d as expected, in %s: %.0f orders/s; to the final state p50 %s, p99 %s\n"
        .formatted(
            count(purchases, true),
            takings.asked(),
            purchases.stream().filter(Purchase::isAsExpected).count(),
            shown(takings.took()),
            count(purchases, true) / Math.max(takings.took().toNanos() / 1e9, 0.001),
            shown(takings.percentile(50)),
            shown(takings.percentile(99)));
  }

  static long count(List<Purchase> purchases, boolean isFinal) {
    return purchases.stream().filter(each -> each.ending().isFinal() == isFinal).count();
  }

  static String shown(Duration duration) {
    return duration.toMillis() < 1_000
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
