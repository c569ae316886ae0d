package dev.backstep.messaging.transaction;

import java.sql.Connection;

/**
 * A local transaction that is open now. Use it on the calling thread only, and never across a
 * network call.
 */
public interface Transaction {
  /**
   * The connection of this transaction, READ COMMITTED, auto-commit off. Do not commit, roll back
   * or close it.
   */
  Connection connection();

  /**
   * Runs an action once the commit has succeeded, not after a rollback. The action must be quick
   * and must not fail: a crash right after the commit loses it, so it can only be a hint, such as a
   * wake-up.
   */
  void afterCommit(Runnable action);
}
