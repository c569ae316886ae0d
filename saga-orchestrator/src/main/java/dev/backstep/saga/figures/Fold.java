package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Folds what moved into the kept figures. Any instance may; the others find the lock taken and
 * leave it to that one. Each change is folded once, in the transaction that marks it.
 */
@Singleton
class Fold {
  /** Transactions per fold: a few thousand sagas at most, some tens of milliseconds. */
  static final int BATCH = 100;

  private final Transactions transactions;
  private final ChangeTable changes;
  private final Findings findings;
  private final Counting counting;
  private final Timekeeping timekeeping;

  Fold(
      Transactions transactions,
      ChangeTable changes,
      Findings findings,
      Counting counting,
      Timekeeping timekeeping) {
    this.transactions = transactions;
    this.changes = changes;
    this.findings = findings;
    this.counting = counting;
    this.timekeeping = timekeeping;
  }

  /** One batch; returns whether more is likely to wait. */
  boolean runOnce() {
    return transactions.read(changes::hasAny)
        && transactions.call(tx -> changes.lock(tx) && fold(tx));
  }

  private boolean fold(Transaction tx) throws SQLException {
    var taken = changes.take(tx, BATCH);
    var moves = taken.moves();
    if (!moves.isEmpty()) {
      counting.add(tx, moves, findings.add(tx, moves));
      timekeeping.add(tx, moves);
    }
    changes.forget(tx);
    return taken.transactions() == BATCH;
  }
}
