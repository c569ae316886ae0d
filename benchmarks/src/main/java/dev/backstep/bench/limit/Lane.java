package dev.backstep.bench.limit;

import java.sql.SQLException;

/** Carries sagas through all steps, one after the other, over a connection of its own. */
interface Lane extends AutoCloseable {
  /** One saga, or one batch of them, to the final state; tells how many that were. */
  int runOnce() throws SQLException;

  @Override
  void close() throws SQLException;
}
