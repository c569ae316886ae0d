package dev.backstep.e2e.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How many orders of a hundred are of which kind; the rest are ordinary.
 *
 * @param percent 0 to 100 for each kind but {@link Kind#OK}, at most 100 together
 */
public record Mix(Map<Kind, Integer> percent) {
  /** Nothing but ordinary orders. */
  public static final Mix ORDINARY = new Mix(Map.of());

  /** Refuses percentages that cannot be with an {@link IllegalArgumentException}. */
  public Mix {
    percent = Map.copyOf(percent);
    if (percent.values().stream().anyMatch(each -> each < 0)
        || percent.values().stream().mapToInt(Integer::intValue).sum() > 100) {
      throw new IllegalArgumentException("the percentages of a mix are 0 to 100 together");
    }
  }

  /**
   * Reads {@code declined=5,out-of-stock=3}; anything else is an {@link IllegalArgumentException}.
   */
  public static Mix parse(String text) {
    var percent = new EnumMap<Kind, Integer>(Kind.class);
    for (var part : text.split(",", -1)) {
      if (!part.isBlank()) {
        var pair = part.strip().split("=", 2);
        percent.merge(kind(pair[0]), percentage(pair), Integer::sum);
      }
    }
    return new Mix(percent);
  }

  private static Kind kind(String label) {
    return Kind.named(label.strip())
        .filter(kind -> kind != Kind.OK)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s is no kind of order: one of %s".formatted(label, labels())));
  }

  private static int percentage(String[] pair) {
    if (pair.length == 2 && pair[1].strip().matches("\\d{1,3}")) {
      return Integer.parseInt(pair[1].strip());
    }
    throw new IllegalArgumentException("a mix is KIND=PERCENT,…, for example declined=5");
  }

  private static String labels() {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.OK)
        .map(Kind::label)
        .collect(Collectors.joining(", "));
  }

  /** So many orders in this proportion, shuffled. */
  public List<Kind> deal(int orders, RandomGenerator random) {
    var dealt = new ArrayList<Kind>(orders);
    percent.forEach((kind, each) -> dealt.addAll(Collections.nCopies(share(orders, each), kind)));
    while (dealt.size() > orders) {
      dealt.removeLast();
    }
    dealt.addAll(Collections.nCopies(orders - dealt.size(), Kind.OK));
    Collections.shuffle(dealt, Random.from(random));
    return dealt;
  }

  private static int share(int orders, int percent) {
    return Math.toIntExact(Math.round(orders * percent / 100.0));
  }
}
