package dev.backstep.saga.timer;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.RunEvent.Woken;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.runner.Incident;
import dev.backstep.saga.runner.Runner;
import dev.backstep.saga.runner.Unsent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Wakes the sagas whose time has come. Several timers may run at once: each takes what no other
 * holds, so none fires twice.
 */
final class Timer {
  /** As many as one transaction writes in a few milliseconds. */
  static final int BATCH = 200;

  /** A row that was locked a moment ago is not asked for again at once. */
  static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

  /** Somebody else may have planned an earlier look meanwhile. */
  static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

  private final Transactions transactions;
  private final SagaTable table;
  private final SagaLog log;
  private final Runner runner;
  private final Unsent unsent;
  private final InstantSource time;

  Timer(
      Transactions transactions,
      SagaTable table,
      SagaLog log,
      Runner runner,
      Unsent unsent,
      InstantSource time) {
    this.transactions = transactions;
    this.table = table;
    this.log = log;
    this.runner = runner;
    this.unsent = unsent;
    this.time = time;
  }

  /** One batch; returns how long to sleep before the next. */
  Duration runOnce() {
    var next = transactions.read(table::earliestDue);
    return next.isPresent() && !next.get().isAfter(time.instant())
        ? transactions.call(tx -> fire(tx) == BATCH ? Duration.ZERO : until(table.earliestDue(tx)))
        : until(next);
  }

  private int fire(Transaction tx) throws SQLException {
    var now = time.instant();
    var locked = table.lockDue(tx, now, BATCH);
    if (locked.isEmpty()) {
      return 0;
    }
    var due = locked.stream().collect(Collectors.partitioningBy(stored -> isDue(stored, now)));
    log.postpone(tx, due.getOrDefault(false, List.of()));
    wake(tx, due.getOrDefault(true, List.of()));
    return locked.size();
  }

  private static boolean isDue(StoredSaga stored, Instant now) {
    var due = stored.run().dueAt();
    return due != null && !due.isAfter(now);
  }

  private void wake(Transaction tx, List<StoredSaga> due) throws SQLException {
    if (due.isEmpty()) {
      return;
    }
    var unpublished = unsent.among(tx, due);
    var incidents =
        due.stream()
            .map(stored ->
                new Incident(
                    stored.saga().id(),
                    new Woken(
                        stored
                            .awaited()
                            .filter(id -> unpublished.contains(id.toString()))
                            .isPresent())))
            .toList();
    runner.apply(tx, due, incidents);
  }

  private Duration until(Optional<Instant> next) {
    var now = time.instant();
    return next.map(due -> Duration.between(now, due)).map(Timer::bounded).orElse(LONGEST_SLEEP);
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(SHORTEST_SLEEP) < 0) {
      return SHORTEST_SLEEP;
    }
    return wait.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wait;
  }
}
