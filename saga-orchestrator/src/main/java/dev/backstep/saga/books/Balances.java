package dev.backstep.saga.books;

import dev.backstep.saga.books.Rule.Explanation;
import dev.backstep.saga.books.Rule.Tolerance;
import dev.backstep.saga.figures.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What this service knew during the last minutes, the newest last. The figures of the others are
 * some seconds old, so they are compared with what was known around then.
 */
record Balances(List<Balance> known) {
  /** Between a service's look at its books and ours at ours. */
  private static final Duration SKEW = Duration.ofSeconds(15);

  /** Longer than the oldest figures that services tell. */
  static final Duration MEMORY = Duration.ofMinutes(2);

  Balance latest() {
    return known.getLast();
  }

  /** Whether anything is remembered of that time. */
  boolean reachBackTo(Instant looked) {
    return !known.getFirst().at().isAfter(looked);
  }

  /** What completed sagas amounted to when the others looked. */
  long completed(Instant looked, ToLongFunction<Tally> figure) {
    return around(looked).getFirst().completed(figure);
  }

  /**
   * What another service may be ahead of or behind completed sagas: by all that was open then, or
   * ended since, and by what was resolved by hand.
   */
  Tolerance tolerance(Instant looked, ToLongFunction<Tally> figure) {
    var then = around(looked);
    long first = then.getFirst().completed(figure);
    long last = latest().completed(figure);
    long open = then.stream().mapToLong(balance -> balance.open(figure)).max().orElse(0);
    long resolved = latest().resolved(figure);
    var sagas = latest().open(Tally::sagas);
    var text =
        sagas
            + " open "
            + (sagas == 1 ? "saga" : "sagas")
            + (resolved == 0 ? "" : ", and resolved ones");
    return new Tolerance(
        Math.min(0, first - last), (last - first) + open + resolved, Explanation.open(text));
  }

  private List<Balance> around(Instant looked) {
    var since = known.stream().filter(it -> it.at().isAfter(looked.minus(SKEW))).toList();
    return since.isEmpty() ? List.of(latest()) : since;
  }
}
