package dev.backstep.messaging.transaction;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Opens transactions. */
public interface Transactions {
  /**
   * Runs the work in a transaction of its own: commits when it returns, rolls back when it throws.
   *
   * @throws TransactionFailedException when the database refused; the cause is the {@link
   *     SQLException}. A commit whose answer was lost also ends here, so the work may have been
   *     committed: it must be safe to run again.
   */
  <T extends @Nullable Object> T call(Work<T> work);

  /**
   * Runs statements that only read, each as a transaction of its own: nobody travels for a BEGIN
   * and a COMMIT. What several of them see is not of one moment.
   *
   * @throws TransactionFailedException when the database refused
   */
  default <T extends @Nullable Object> T read(Work<T> work) {
    return call(work);
  }

  /** As {@link #call}, for work without a result. */
  default void run(VoidWork work) {
    call(tx -> {
      work.run(tx);
      return Boolean.TRUE;
    });
  }

  /** What happens inside the transaction; the value is handed to the caller after the commit. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    /** Runs inside the transaction. */
    T run(Transaction tx) throws SQLException;
  }

  /** What happens inside the transaction. */
  @FunctionalInterface
  interface VoidWork {
    /** Runs inside the transaction. */
    void run(Transaction tx) throws SQLException;
  }
}
