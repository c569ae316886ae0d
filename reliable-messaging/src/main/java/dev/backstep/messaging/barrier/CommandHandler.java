package dev.backstep.messaging.barrier;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.List;

/** The part of a participant that changes something. */
@FunctionalInterface
public interface CommandHandler<C> {
  /**
   * Applies the commands inside the barrier's transaction, with as few statements as it can. No two
   * are of one saga. After a rollback it is called again, perhaps with a part of them.
   *
   * @return one outcome for each command, in the same order
   */
  List<Outcome> handle(Transaction tx, List<Admitted<C>> commands) throws SQLException;

  /**
   * Is told, in the same transaction, of commands that came again while their answers are due:
   * whoever sent them would like them sooner. Not every participant can do anything about it.
   */
  default void hurry(Transaction tx, List<Admitted<C>> commands) throws SQLException {}
}
