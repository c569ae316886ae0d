package dev.backstep.saga.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one process says of itself, in the text format of Prometheus.
 *
 * @param samples in their order
 */
record Metrics(List<Sample> samples) {
  /** One line. */
  record Sample(String name, Map<String, String> labels, double value) {}

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})?\\s+(\\S+)(?:\\s+\\d+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String BUCKET = "_bucket";
  private static final String BOUND = "le";

  /** Lines that are none are left out. */
  static Metrics parse(String text) {
    var samples = new ArrayList<Sample>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          var matcher = LINE.matcher(line);
          if (matcher.matches()) {
            samples.add(
                new Sample(matcher.group(1), labels(matcher.group(2)), number(matcher.group(3))));
          }
        });
    return new Metrics(samples);
  }

  /** The sum over all labels; empty when there is no such figure. */
  OptionalDouble sum(String name) {
    var values = samples.stream().filter(it -> it.name().equals(name)).toList();
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.stream().mapToDouble(Sample::value).sum());
  }

  /** By the values of one label. */
  Map<String, Double> by(String name, String label) {
    var found = new TreeMap<String, Double>();
    samples.stream()
        .filter(it -> it.name().equals(name) && it.labels().containsKey(label))
        .forEach(it -> found.merge(it.labels().getOrDefault(label, ""), it.value(), Double::sum));
    return found;
  }

  /**
   * The seconds that such a part stays below, since an earlier look; empty when nothing happened.
   */
  OptionalDouble quantile(String histogram, double part, Metrics earlier) {
    var now = buckets(histogram);
    var before = earlier.buckets(histogram);
    var all = now.entrySet().stream().max(Comparator.comparing(Map.Entry::getKey));
    double size = all.map(it -> it.getValue() - before.getOrDefault(it.getKey(), 0.0)).orElse(0.0);
    return size <= 0
        ? OptionalDouble.empty()
        : now.entrySet().stream()
            .filter(it -> it.getValue() - before.getOrDefault(it.getKey(), 0.0) >= size * part)
            .mapToDouble(Map.Entry::getKey)
            .filter(Double::isFinite)
            .findFirst();
  }

  private TreeMap<Double, Double> buckets(String histogram) {
    var found = new TreeMap<Double, Double>();
    samples.stream()
        .filter(it -> it.name().equals(histogram + BUCKET) && it.labels().containsKey(BOUND))
        .forEach(it ->
            found.merge(number(it.labels().getOrDefault(BOUND, "")), it.value(), Double::sum));
    return found;
  }

  private static Map<String, String> labels(@Nullable String text) {
    var labels = new TreeMap<String, String>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(it -> labels.put(it.group(1), it.group(2)));
    }
    return labels;
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> parsed(text);
    };
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN; // somebody else's line; it says nothing
    }
  }
}
