package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.query.SagaFilter;
import dev.backstep.saga.query.SagaSearch;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Freezes the sagas that an act on many is for, with what would become of each. */
@Singleton
class Freezer {
  /** Whoever needs more looks twice. */
  static final int MOST = 10_000;

  /** What was seen longer ago is not known any more. */
  static final Duration VALID = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final SagaSearch search;
  private final Bench bench;
  private final BulkTables tables;
  private final Moment moment;

  Freezer(
      Transactions transactions, SagaSearch search, Bench bench, BulkTables tables, Moment moment) {
    this.transactions = transactions;
    this.search = search;
    this.bench = bench;
    this.tables = tables;
    this.moment = moment;
  }

  Preview freeze(SagaFilter filter, OperatorAction action, String operator) {
    return transactions.call(tx -> {
      var found = search.find(tx, filter, Optional.empty(), MOST + 1);
      var cut = found.size() > MOST;
      return freeze(tx, cut ? found.subList(0, MOST) : found, cut, action, operator);
    });
  }

  Preview freeze(List<UUID> ids, OperatorAction action, String operator) {
    return transactions.call(tx -> freeze(tx, ids, false, action, operator));
  }

  private Preview freeze(
      Transaction tx, List<UUID> ids, boolean cut, OperatorAction action, String operator)
      throws SQLException {
    var items = bench.judge(tx, ids, action);
    var now = moment.now();
    long willRun = items.stream().filter(item -> item.verdict() == Verdict.WILL_RUN).count();
    var run =
        new Run(
            moment.id(),
            action,
            RunState.PREVIEWED,
            operator,
            null,
            now,
            now.plus(VALID),
            null,
            null,
            cut,
            willRun,
            0,
            0,
            0);
    tables.runs().forget(tx, now);
    tables.runs().insert(tx, run);
    tables.items().insert(tx, run.id(), items);
    return Preview.of(run, items);
  }
}
