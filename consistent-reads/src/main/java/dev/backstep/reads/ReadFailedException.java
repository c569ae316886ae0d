package dev.backstep.reads;

import java.sql.SQLException;

/** The primary refused a read. */
public final class ReadFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadFailedException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
