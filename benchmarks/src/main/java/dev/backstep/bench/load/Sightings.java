package dev.backstep.bench.load;

import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Brings together when an order was due and when it was seen to end. The two come from different
 * threads and in any order.
 */
final class Sightings {
  /** Nanoseconds, to three digits. */
  private static final int DIGITS = 3;

  /** How an order ends. */
  enum End {
    CONFIRMED,
    REJECTED
  }

  /** What is known of an order so far; times are those of {@link System#nanoTime}. */
  private static final class Sight {
    private boolean accepted;
    private long due;
    private boolean ended;
    private long endedAt;
    private End end = End.REJECTED;
    private boolean sagaEnded;

    private boolean isComplete() {
      return accepted && ended && sagaEnded;
    }
  }

  private final Map<String, Sight> open = new HashMap<>();
  private final Histogram confirmed = new Histogram(DIGITS);
  private final Histogram rejected = new Histogram(DIGITS);
  private long accepted;
  private long sagasEnded;

  /** The service took the order. */
  synchronized void accepted(String order, long due) {
    var sight = sight(order);
    sight.accepted = true;
    sight.due = due;
    accepted++;
    if (sight.ended) {
      record(sight);
    }
    if (sight.sagaEnded) {
      sagasEnded++;
    }
    forgetIfComplete(order, sight);
  }

  /** The order was seen to be final. A repeated event changes nothing. */
  synchronized void ended(String order, End end, long at) {
    var sight = sight(order);
    if (!sight.ended) {
      sight.ended = true;
      sight.end = end;
      sight.endedAt = at;
      if (sight.accepted) {
        record(sight);
      }
      forgetIfComplete(order, sight);
    }
  }

  /** Its saga was seen to be final. A repeated event changes nothing. */
  synchronized void sagaEnded(String order) {
    var sight = sight(order);
    if (!sight.sagaEnded) {
      sight.sagaEnded = true;
      if (sight.accepted) {
        sagasEnded++;
      }
      forgetIfComplete(order, sight);
    }
  }

  private Sight sight(String order) {
    return open.computeIfAbsent(order, _ -> new Sight());
  }

  private void record(Sight sight) {
    long took = Math.max(0, sight.endedAt - sight.due);
    switch (sight.end) {
      case CONFIRMED -> confirmed.recordValue(took);
      case REJECTED -> rejected.recordValue(took);
    }
  }

  private void forgetIfComplete(String order, Sight sight) {
    if (sight.isComplete()) {
      open.remove(order);
    }
  }

  /** How many accepted orders have reached the end of their saga. */
  synchronized long finished() {
    return sagasEnded;
  }

  /** Accepted orders whose saga was not seen to end, or which were not seen to end themselves. */
  synchronized long unfinished() {
    return accepted - Math.min(sagasEnded, confirmed.getTotalCount() + rejected.getTotalCount());
  }

  synchronized Histogram confirmed() {
    return confirmed.copy();
  }

  synchronized Histogram rejected() {
    return rejected.copy();
  }
}
