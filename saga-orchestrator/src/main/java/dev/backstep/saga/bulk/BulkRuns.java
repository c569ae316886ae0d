package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.operations.Act;
import dev.backstep.saga.operations.OperatorLog;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts and stops bulk runs, and tells how far they are. */
@Singleton
public final class BulkRuns {
  /** What came of it. */
  sealed interface Result {
    /** So it stands now. */
    record Stands(Progress progress) implements Result {}

    /** There is no such run. */
    record NoSuchRun() implements Result {}

    /** It is not where that is possible. */
    record Moved(String why) implements Result {}
  }

  private final Transactions transactions;
  private final BulkTables tables;
  private final OperatorLog log;
  private final Moment moment;

  BulkRuns(Transactions transactions, BulkTables tables, OperatorLog log, Moment moment) {
    this.transactions = transactions;
    this.tables = tables;
    this.log = log;
    this.moment = moment;
  }

  /** The one that runs now, if any. */
  public Optional<Progress> running(Transaction tx) throws SQLException {
    return tables.runs().running(tx).map(Progress::of);
  }

  Optional<Progress> find(UUID id) {
    return transactions.call(tx -> tables.runs().find(tx, id)).map(Progress::of);
  }

  List<Item> items(UUID id, Optional<UUID> after, int atMost) {
    return transactions.call(tx -> tables.items().page(tx, id, after, atMost));
  }

  Result start(UUID id, String operator, String reason) {
    return transactions.call(tx -> {
      var run = tables.runs().lock(tx, id);
      return run.isEmpty() ? new Result.NoSuchRun() : start(tx, run.get(), operator, reason);
    });
  }

  private Result start(Transaction tx, Run run, String operator, String reason)
      throws SQLException {
    var now = moment.now();
    if (run.state() != RunState.PREVIEWED) {
      return new Result.Moved("The run is " + run.state().stored() + " already.");
    }
    if (run.expiresAt().isBefore(now)) {
      return new Result.Moved("The preview is too old. Look again.");
    }
    tables.runs().start(tx, run.id(), reason, now);
    var action = "bulk-" + run.action().wireName();
    write(tx, run, operator, action, reason, "running");
    return stands(tx, run.id());
  }

  Result stop(UUID id, String operator) {
    return transactions.call(tx -> {
      var run = tables.runs().lock(tx, id);
      return run.isEmpty() ? new Result.NoSuchRun() : stop(tx, run.get(), operator);
    });
  }

  private Result stop(Transaction tx, Run run, String operator) throws SQLException {
    if (run.state() != RunState.RUNNING) {
      return new Result.Moved(
          "The run is " + run.state().stored() + ", so nothing is to be stopped.");
    }
    tables.runs().end(tx, run.id(), RunState.STOPPED, moment.now());
    write(tx, run, operator, "bulk-stop", "Stopped with " + run.left() + " left", "stopped");
    return stands(tx, run.id());
  }

  private Result stands(Transaction tx, UUID id) throws SQLException {
    return new Result.Stands(Progress.of(tables.runs().find(tx, id).orElseThrow()));
  }

  private void write(
      Transaction tx, Run run, String operator, String action, String reason, String after)
      throws SQLException {
    log.append(
        tx,
        List.of(
            new Act(
                moment.id(),
                moment.now(),
                operator,
                action,
                new Act.Subject.OfBulk(run.id()),
                reason,
                run.state().stored() + ", " + run.willRun() + " sagas",
                after)));
  }
}
