package dev.backstep.messaging.intake;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.List;

/** Applies messages inside the intake's transaction. */
@FunctionalInterface
public interface MessageHandler<M> {
  /**
   * Applies all messages, in order per key, with as few statements as it can. It is called again
   * with the same messages, or with a part of them, after a rollback, so it keeps nothing outside
   * the transaction.
   *
   * @throws SQLException from the database; transient ones are retried in place
   * @throws RuntimeException when a message cannot be applied, ever: it is isolated and goes to
   *     dead letters
   */
  void handle(Transaction tx, List<Delivered<M>> messages) throws SQLException;
}
