package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps how many sagas are where, and what began and ended when. */
@Singleton
class Counting {
  private final CountTable counts;
  private final PeriodTable periods;

  Counting(CountTable counts, PeriodTable periods) {
    this.counts = counts;
    this.periods = periods;
  }

  void add(Transaction tx, List<Move> moves, Map<UUID, Facts> facts) throws SQLException {
    counts.add(tx, moves, facts);
    periods.add(tx, moves);
  }
}
