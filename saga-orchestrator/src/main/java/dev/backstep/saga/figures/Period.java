package dev.backstep.saga.figures;

import java.time.Instant;

/** What began and ended in a minute, or an hour. */
public record Period(
    Instant at, long started, long completed, long compensated, long stuck, long resolved) {
  static Period of(Instant at, Move move) {
    var stuck = 0;
    var completed = 0;
    var compensated = 0;
    var resolved = 0;
    switch (move.became()) {
      case STUCK -> stuck = 1;
      case COMPLETED -> completed = 1;
      case COMPENSATED -> compensated = 1;
      case RESOLVED -> resolved = 1;
      case RUNNING, COMPENSATING -> {}
    }
    return new Period(at, move.isBirth() ? 1 : 0, completed, compensated, stuck, resolved);
  }

  /** Both together, at the time of this one. */
  public Period plus(Period other) {
    return new Period(
        at,
        started + other.started,
        completed + other.completed,
        compensated + other.compensated,
        stuck + other.stuck,
        resolved + other.resolved);
  }
}
