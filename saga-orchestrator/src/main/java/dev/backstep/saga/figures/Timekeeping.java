package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.log.SagaHistory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads from the logs of sagas that ended how long things took. */
@Singleton
class Timekeeping {
  /** Logs that are read per fold. Where more sagas ended, these stand for all. */
  static final int SAMPLE = 100;

  private final SagaHistory history;
  private final TimingTable table;
  private final Set<String> pivots;

  Timekeeping(SagaHistory history, TimingTable table, SagaDefinitions definitions) {
    this.history = history;
    this.table = table;
    this.pivots = Stopwatch.pivotsOf(definitions);
  }

  void add(Transaction tx, List<Move> moves) throws SQLException {
    var ended = moves.stream().filter(Move::isEnd).toList();
    if (ended.isEmpty()) {
      return;
    }
    int step = Math.ceilDiv(ended.size(), SAMPLE);
    var timings = new TreeMap<String, Timing>();
    for (var log : history.of(tx, sample(ended, step)).values()) {
      Stopwatch.read(log, pivots, timings, step);
    }
    table.add(tx, ended.getLast().at(), timings);
  }

  private static List<UUID> sample(List<Move> ended, int step) {
    return IntStream.range(0, ended.size())
        .filter(i -> i % step == 0)
        .mapToObj(i -> ended.get(i).saga())
        .toList();
  }
}
