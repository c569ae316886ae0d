package dev.backstep.saga.schedule;

import java.util.function.Predicate;

/** Leaves out moves as long as what remains still fails in the same way. */
final class Shrinker {
  private final Predicate<Schedule> fails;

  Shrinker(Predicate<Schedule> fails) {
    this.fails = fails;
  }

  /** Leaves out halves, then quarters, down to single moves, until no single one can go. */
  Schedule shrink(Schedule failing) {
    var smallest = failing;
    for (int chunk = Math.max(1, failing.length() / 2); chunk >= 1; chunk /= 2) {
      smallest = withoutChunks(smallest, chunk);
    }
    return smallest.length() < failing.length() ? shrink(smallest) : smallest;
  }

  private Schedule withoutChunks(Schedule failing, int chunk) {
    var smallest = failing;
    for (int from = 0; from + chunk <= smallest.length(); ) {
      var shorter = smallest.without(from, from + chunk);
      if (fails.test(shorter)) {
        smallest = shorter;
      } else {
        from += chunk;
      }
    }
    return smallest;
  }
}
