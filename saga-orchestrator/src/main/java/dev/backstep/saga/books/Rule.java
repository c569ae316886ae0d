package dev.backstep.saga.books;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that must hold, with both its sides.
 *
 * @param unit money (in minor units), units or count
 * @param currency for money
 * @param why when it could not be checked
 */
record Rule(
    String name,
    Health health,
    String unit,
    @Nullable String currency,
    @Nullable Long left,
    @Nullable Long right,
    @Nullable Long difference,
    @Nullable Long explained,
    @Nullable Explanation explainedBy,
    @Nullable Long unexplained,
    @Nullable String why) {
  /**
   * What explains a difference.
   *
   * @param filter which sagas to look at
   */
  record Explanation(String text, Map<String, Object> filter) {
    static Explanation open(String text) {
      return new Explanation(text, Map.of("state", List.of("OPEN")));
    }
  }

  /**
   * Which differences are no surprise.
   *
   * @param least how far the left side may be below the right
   * @param most how far it may be above
   */
  record Tolerance(long least, long most, Explanation by) {}

  /** Compares both sides; what lies within the tolerance is explained. */
  static Rule of(
      String name, String unit, @Nullable String currency, long left, long right, Tolerance may) {
    long difference = left - right;
    long explained = Math.min(Math.max(difference, may.least()), may.most());
    long unexplained = difference - explained;
    var health = Health.HOLDS;
    if (difference != 0) {
      health = unexplained == 0 ? Health.EXPLAINED : Health.BROKEN;
    }
    return new Rule(
        name,
        health,
        unit,
        currency,
        left,
        right,
        difference,
        explained,
        explained == 0 ? null : may.by(),
        unexplained,
        null);
  }

  /** Nothing explains a difference. */
  static Rule exact(String name, String unit, long left, long right) {
    return of(name, unit, null, left, right, new Tolerance(0, 0, Explanation.open("")));
  }

  /** The same, but a difference that nothing explains may yet be explained: no alarm. */
  Rule undecided(String reason) {
    return health == Health.BROKEN
        ? new Rule(
            name,
            Health.UNKNOWN,
            unit,
            currency,
            left,
            right,
            difference,
            explained,
            explainedBy,
            null,
            reason)
        : this;
  }

  /** It could not be checked. */
  static Rule unknown(String name, String unit, @Nullable String currency, String why) {
    return new Rule(name, Health.UNKNOWN, unit, currency, null, null, null, null, null, null, why);
  }
}
