package dev.backstep.saga.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Replicas and caches, as far as the services tell of them. */
final class ReadFigures {
  /** Beyond this, every reader who has just written is sent to the primary. */
  private static final double FAR_BEHIND_SECONDS = 1;

  private static final double NEARLY_ALL = 0.99;
  private static final String READS = "backstep_reads_total";
  private static final String DELAY = "backstep_replica_delay_seconds";
  private static final String CACHE = "backstep_cache_total";
  private static final String VIEW_AGE = "backstep_view_age_seconds";

  private ReadFigures() {}

  /** A few lines; null when no service has a replica or a cache. */
  static @Nullable List<BookLine> of(List<Look> looks) {
    var lines = new ArrayList<BookLine>();
    for (var look : looks) {
      look.any().ifPresent(any -> delays(look.service(), any, lines));
      reads(look, lines);
      view(look, lines);
      cache(look, lines);
    }
    return lines.isEmpty() ? null : lines;
  }

  private static void delays(String service, Metrics metrics, List<BookLine> lines) {
    metrics
        .by(DELAY, "replica")
        .forEach((replica, seconds) -> lines.add(delay(service, replica, seconds)));
  }

  private static BookLine delay(String service, String replica, double seconds) {
    var title = "Replica " + replica + " of " + service;
    if (Double.isNaN(seconds)) {
      return new BookLine(Health.BROKEN, title, "does not answer: reads go to the primary", "away");
    }
    return seconds > FAR_BEHIND_SECONDS
        ? new BookLine(
            Health.EXPLAINED, title, "who has just written reads the primary", behind(seconds))
        : new BookLine(Health.HOLDS, title, "behind the primary", behind(seconds));
  }

  private static String behind(double seconds) {
    return seconds < 1 ? Math.round(seconds * 1_000) + " ms" : Math.round(seconds) + " s";
  }

  private static void reads(Look look, List<BookLine> lines) {
    var byTarget = counted(look, READS, "target");
    double all = sum(byTarget);
    if (all > 0) {
      var share = percent(all - byTarget.getOrDefault("primary", 0.0), all);
      lines.add(
          new BookLine(
              Health.HOLDS,
              "Reads of " + look.service() + " by a replica",
              "since its start",
              share));
    }
  }

  private static void view(Look look, List<BookLine> lines) {
    look.quantile(VIEW_AGE, NEARLY_ALL)
        .ifPresent(seconds ->
            lines.add(
                new BookLine(
                    seconds > FAR_BEHIND_SECONDS ? Health.EXPLAINED : Health.HOLDS,
                    "Stock as shoppers see it",
                    "age at most, of 99 % of the last minute's changes",
                    behind(seconds))));
  }

  private static void cache(Look look, List<BookLine> lines) {
    var byEvent = counted(look, CACHE, "event");
    double hits = byEvent.getOrDefault("hit", 0.0);
    double asked = hits + byEvent.getOrDefault("miss", 0.0);
    if (asked > 0) {
      lines.add(
          new BookLine(
              Health.HOLDS,
              "Cache of " + look.service(),
              "hits since its start",
              percent(hits, asked)));
    }
  }

  /** Over all instances. */
  private static Map<String, Double> counted(Look look, String name, String label) {
    var all = new TreeMap<String, Double>();
    look.now()
        .forEach(
            metrics -> metrics.by(name, label).forEach((key, n) -> all.merge(key, n, Double::sum)));
    return all;
  }

  private static double sum(Map<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String percent(double part, double all) {
    return Math.round(1_000 * part / all) / 10.0 + " %";
  }
}
