package dev.backstep.saga.books;

import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.figures.Tally;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** How many sagas were where at that moment, with their money and goods. */
record Balance(Instant at, List<Tally> tallies) {
  long completed(ToLongFunction<Tally> figure) {
    return sum(state -> state == SagaState.COMPLETED, figure);
  }

  long open(ToLongFunction<Tally> figure) {
    return sum(state -> !state.isFinal(), figure);
  }

  long resolved(ToLongFunction<Tally> figure) {
    return sum(state -> state == SagaState.RESOLVED, figure);
  }

  private long sum(Predicate<SagaState> states, ToLongFunction<Tally> figure) {
    return tallies.stream().filter(tally -> states.test(tally.state())).mapToLong(figure).sum();
  }

  /** The amounts of one currency alone. */
  static ToLongFunction<Tally> minor(String currency) {
    return tally -> tally.currency().equals(currency) ? tally.minor() : 0;
  }
}
