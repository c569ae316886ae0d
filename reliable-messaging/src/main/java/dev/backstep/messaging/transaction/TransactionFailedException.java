package dev.backstep.messaging.transaction;

import java.sql.SQLException;

/** The database refused a statement, a commit or a connection. */
public final class TransactionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps what the driver or the pool threw. */
  public TransactionFailedException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
