package dev.backstep.messaging.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A local transaction that is open now. Use it on the calling thread only, and never across a
 * network call.
 */
public interface Transaction {
  /**
   * The connection of this transaction, READ COMMITTED, auto-commit off. Do not commit, roll back
   * or close it. What was left by {@link #write} until now is sent first, so that statements are
   * executed in the order in which they were given; ask again after each write.
   */
  Connection connection() throws SQLException;

  /**
   * Leaves a write to travel with those that follow, at the latest with the commit: one way to the
   * database and back for all of them. What the database refuses fails the transaction then, not
   * here.
   */
  default void write(Write write) throws SQLException {
    var flight = new Flight();
    flight.add(write);
    flight.send(connection());
  }

  /**
   * Runs an action once the commit has succeeded, not after a rollback. The action must be quick
   * and must not fail: a crash right after the commit loses it, so it can only be a hint, such as a
   * wake-up.
   */
  void afterCommit(Runnable action);
}
