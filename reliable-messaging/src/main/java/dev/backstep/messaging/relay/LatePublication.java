package dev.backstep.messaging.relay;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Told of messages that were published noticeably later than they were written, in the transaction
 * that takes them from the outbox. Whoever counts a deadline from publication corrects it here;
 * messages published at once are not told, so that deadlines cost nothing while all is well.
 */
@FunctionalInterface
public interface LatePublication {
  /** A publication within this time of the insert counts as immediate: far below any deadline. */
  Duration NOTICEABLE = Duration.ofMillis(250);

  /** Nobody wants to know. */
  LatePublication IGNORED = (tx, messages) -> {};

  /** The messages have been acknowledged just now. */
  void publishedLate(Transaction tx, List<PendingMessage> messages) throws SQLException;
}
