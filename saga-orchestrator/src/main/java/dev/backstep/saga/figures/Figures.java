package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The kept figures, to be read. */
@Singleton
public final class Figures {
  private final TallyTable tallies;
  private final PeriodTable periods;
  private final TimingTable timings;

  Figures(TallyTable tallies, PeriodTable periods, TimingTable timings) {
    this.tallies = tallies;
    this.periods = periods;
    this.timings = timings;
  }

  /** How many sagas are where, and their amounts: exact as of now. */
  public List<Tally> tallies(Transaction tx) throws SQLException {
    return tallies.read(tx);
  }

  /** How many sagas are in each state. */
  public static Map<SagaState, Long> byState(List<Tally> tallies) {
    var counts = new EnumMap<SagaState, Long>(SagaState.class);
    for (var state : SagaState.values()) {
      counts.put(state, 0L);
    }
    tallies.forEach(tally -> counts.merge(tally.state(), tally.sagas(), Long::sum));
    return counts;
  }

  /** What began and ended, oldest first; times in which nothing did are left out. */
  public List<Period> periods(Transaction tx, Grain grain, Instant from, Instant until)
      throws SQLException {
    return periods.read(tx, grain, from, until);
  }

  /** How long things took, oldest first. */
  public List<TimedPeriod> timings(Transaction tx, Grain grain, Instant from, Instant until)
      throws SQLException {
    return timings.read(tx, grain, from, until);
  }
}
