package dev.backstep.e2e.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Some steps of each saga. A bit for each, so that millions of sagas fit into memory. */
final class StepSet {
  /** The bits of an {@code int}. */
  private static final int MOST_STEPS = Integer.SIZE;

  private final List<String> steps = new ArrayList<>();
  private final Map<UUID, Integer> bits = new HashMap<>();

  /**
   * Adds one.
   *
   * @throws IllegalStateException if it is the 33rd name of a step
   */
  void add(UUID saga, String step) {
    if (!steps.contains(step)) {
      steps.add(step);
    }
    if (steps.size() > MOST_STEPS) {
      throw new IllegalStateException("more steps than bits: " + steps);
    }
    bits.merge(saga, bit(step), (some, one) -> some | one);
  }

  boolean contains(UUID saga, String step) {
    return (bits.getOrDefault(saga, 0) & bit(step)) != 0;
  }

  /** Those of one saga, in no order that means anything. */
  List<String> of(UUID saga) {
    return steps.stream().filter(step -> contains(saga, step)).toList();
  }

  private int bit(String step) {
    var place = steps.indexOf(step);
    return place < 0 ? 0 : 1 << place;
  }
}
