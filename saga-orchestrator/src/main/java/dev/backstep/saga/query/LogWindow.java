package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.log.SagaHistory;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The beginning and the end of a saga's log. What a long log leaves out between the two is one
 * command that was tried again and again.
 *
 * @param last empty when the first holds everything
 * @param size entries in all
 */
record LogWindow(List<LogEntry> first, List<LogEntry> last, long size) {
  /** Of each end. A saga in trouble gains one or two entries a minute. */
  static final int ENTRIES = 1_000;

  static LogWindow of(Transaction tx, SagaHistory history, UUID saga, long size)
      throws SQLException {
    var first = history.after(tx, saga, 0, ENTRIES);
    return size <= ENTRIES
        ? new LogWindow(first, List.of(), first.size())
        : new LogWindow(
            first, history.after(tx, saga, Math.max(ENTRIES, size - ENTRIES), ENTRIES), size);
  }

  /** What is known of it, in order. */
  List<LogEntry> entries() {
    return Stream.concat(first.stream(), last.stream()).toList();
  }
}
