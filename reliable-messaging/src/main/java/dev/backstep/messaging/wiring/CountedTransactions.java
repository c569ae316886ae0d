package dev.backstep.messaging.wiring;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the transactions that lost a race against another and have to be run again. */
record CountedTransactions(Transactions transactions, Counter conflicts) implements Transactions {
  // PostgreSQL, appendix A: unique violation, serialization failure, deadlock
  private static final Set<String> LOST_RACES = Set.of("23505", "40001", "40P01");

  @Override
  public <T extends @Nullable Object> T call(Work<T> work) {
    try {
      return transactions.call(work);
    } catch (TransactionFailedException e) {
      if (isLostRace(e)) {
        conflicts.increment();
      }
      throw e;
    }
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    return transactions.read(work);
  }

  private static boolean isLostRace(TransactionFailedException e) {
    return e.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && LOST_RACES.contains(sql.getSQLState());
  }
}
