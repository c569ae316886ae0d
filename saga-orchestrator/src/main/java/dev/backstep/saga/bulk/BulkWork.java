package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.operations.Operation;
import dev.backstep.saga.operations.Operation.Result;
import dev.backstep.saga.operations.Wish;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Takes one saga of a running bulk run after the other: act and account in one transaction, under
 * the lock of the run. Several instances may work at once; a run that one of them holds is left to
 * it.
 */
@Singleton
class BulkWork {
  /** Slow enough to be stopped when the first ones fail, and no load for a participant. */
  static final int PER_SECOND = 20;

  private final Transactions transactions;
  private final BulkTables tables;
  private final Operation operation;
  private final Moment moment;

  BulkWork(Transactions transactions, BulkTables tables, Operation operation, Moment moment) {
    this.transactions = transactions;
    this.tables = tables;
    this.operation = operation;
    this.moment = moment;
  }

  /** One saga; returns whether there was one. */
  boolean runOnce() {
    return transactions.read(tables.runs()::running).isPresent() && transactions.call(this::work);
  }

  private boolean work(Transaction tx) throws SQLException {
    var run = tables.runs().lockNext(tx);
    return run.isPresent() && work(tx, run.get());
  }

  private boolean work(Transaction tx, Run run) throws SQLException {
    var next = tables.items().next(tx, run.id());
    if (next.isEmpty()) {
      tables.runs().end(tx, run.id(), RunState.FINISHED, moment.now());
      return false;
    }
    var item = act(tx, run, next.get());
    tables.items().settle(tx, run.id(), item);
    tables.runs().count(tx, run.id(), item.verdict(), moment.now());
    return true;
  }

  private Item act(Transaction tx, Run run, Item item) throws SQLException {
    var wish =
        Wish.ofBulk(
            run.id(), run.action(), item.version(), run.operator(), String.valueOf(run.reason()));
    return switch (operation.act(tx, item.sagaId(), wish)) {
      case Result.Taken _ -> with(item, Verdict.ACCEPTED, null);
      case Result.NoSuchSaga _ -> with(item, Verdict.MOVED, "There is no such saga.");
      case Result.Moved(var _, var _, var meanwhile) -> with(item, Verdict.MOVED, meanwhile);
      case Result.NotAllowed(var why) -> with(item, Verdict.REFUSED, why);
      case Result.NotConfirmed _ -> throw new IllegalStateException("nothing is resolved in bulk");
    };
  }

  private static Item with(Item item, Verdict verdict, @Nullable String why) {
    return new Item(item.sagaId(), item.version(), verdict, why);
  }
}
