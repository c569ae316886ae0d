package dev.backstep.messaging.intake;

import dev.backstep.messaging.transaction.TransactionFailedException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed transaction means for the messages in it. Codes: PostgreSQL, appendix A. */
sealed interface Failure {
  /** The world failed, not the message: try again in place until it works. */
  record Transient() implements Failure {}

  /**
   * Somebody else was quicker: the second try sees what he wrote. More than a few in a row are a
   * bug.
   */
  record Conflict() implements Failure {}

  /** Trying again cannot help. */
  record Permanent() implements Failure {}

  /** The message did no harm; this process is stopping. */
  record Stopping() implements Failure {}

  // connection, resources, operator intervention, system error, snapshot or serialization,
  // read-only after a failover
  Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "58", "40");
  Set<String> TRANSIENT_CODES = Set.of("55P03", "25006", "25P03");
  String UNIQUE_VIOLATION = "23505";

  /** Judges by the SQLSTATE of the first database error in the chain of causes. */
  static Failure of(Throwable thrown) {
    if (Thread.currentThread().isInterrupted()) {
      return new Stopping();
    }
    var sql = sqlException(thrown);
    return sql == null ? new Permanent() : of(sql);
  }

  private static Failure of(SQLException e) {
    var state = e.getSQLState();
    if (e instanceof SQLTransientException || state == null || state.length() < 2) {
      return new Transient(); // a pool that ran dry gives no state
    }
    if (UNIQUE_VIOLATION.equals(state)) {
      return new Conflict();
    }
    return TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_CODES.contains(state)
        ? new Transient()
        : new Permanent();
  }

  private static @Nullable SQLException sqlException(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> null;
      case SQLException e -> e;
      case TransactionFailedException e -> sqlException(e.getCause());
      default -> sqlException(thrown.getCause());
    };
  }
}
