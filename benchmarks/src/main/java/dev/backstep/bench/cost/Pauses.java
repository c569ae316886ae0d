package dev.backstep.bench.cost;

import java.util.regex.Pattern;

/**
 * How often and how long a process stood still to collect garbage.
 *
 * @param millis of all pauses together
 * @param longestMillis of the longest one
 */
public record Pauses(int count, double millis, double longestMillis) {
  public static final Pauses NONE = new Pauses(0, 0, 0);

  private static final Pattern PAUSE = Pattern.compile("Pause .*?([0-9.]+)ms$");

  /** Those in these lines of a collector's log; every collector of the JDK names them so. */
  static Pauses in(String log) {
    var found =
        log.lines()
            .map(PAUSE::matcher)
            .filter(line -> line.find())
            .mapToDouble(line -> Double.parseDouble(line.group(1)))
            .summaryStatistics();
    return found.getCount() == 0
        ? NONE
        : new Pauses((int) found.getCount(), found.getSum(), found.getMax());
  }
}
