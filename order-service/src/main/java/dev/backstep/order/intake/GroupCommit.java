package dev.backstep.order.intake;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.backlog.Backlog;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Records a batch of wishes in one transaction and answers each when it is committed. One that
 * cannot be recorded is found by halving the batch; its neighbours are recorded. When the database
 * lets nobody in, everybody is told so at once.
 */
@Singleton
class GroupCommit {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final String NO_STATE = "00000";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * Failures that one order among many can cause. Codes: PostgreSQL, appendix A: cardinality, data,
   * constraint, rollback, limit of the program, and an object in use. With any other the database
   * refuses everybody, and trying the parts would only take longer.
   */
  private static final Set<String> OF_ONE = Set.of("21", "22", "23", "40", "54", "55");

  private final Transactions transactions;
  private final Recording recording;
  private final Backlog backlog;

  GroupCommit(Transactions transactions, Recording recording, Backlog backlog) {
    this.transactions = transactions;
    this.recording = recording;
    this.backlog = backlog;
  }

  /**
   * Returns when everybody has an answer, or the failure; never throws for one of them. When the
   * database refuses everybody, a commit may be among what it refused: nobody knows.
   */
  void take(List<Asked> batch) {
    try {
      var wishes = batch.stream().map(Asked::wish).toList();
      answer(batch, transactions.call(tx -> recording.record(tx, wishes)));
    } catch (RuntimeException | Error e) {
      if (!isOfOne(e) || (isLocked(e) && isClosed())) {
        tellEverybody(batch, e);
      } else if (batch.size() > 1) {
        take(batch.subList(0, batch.size() / 2));
        take(batch.subList(batch.size() / 2, batch.size()));
      } else {
        refuse(batch.getFirst(), e);
      }
    }
  }

  private void answer(List<Asked> batch, List<Placement> placements) {
    for (int i = 0; i < batch.size(); i++) {
      var placement = placements.get(i);
      if (placement instanceof Placement.Accepted(var order, _)) {
        backlog.placed(order.orderId(), order.createdAt());
      }
      batch.get(i).answer().complete(placement);
    }
  }

  /** What the database did not do for anybody is written down once; each is told to ask again. */
  private static void tellEverybody(List<Asked> batch, Throwable e) {
    if (e instanceof TransactionFailedException) {
      LOG.warnf("Orders that were told to ask again: %d, since %s", batch.size(), e.getMessage());
      batch.forEach(asked -> asked.answer().complete(new Placement.NotKnown()));
    } else {
      batch.forEach(asked -> asked.answer().completeExceptionally(e));
    }
  }

  /** Whether somebody holds a whole table: then no order is recorded, whatever its key. */
  private boolean isClosed() {
    try {
      transactions.run(NewOrderTable::enter);
      return false;
    } catch (TransactionFailedException _) {
      return true; // locked, or gone meanwhile: nobody is let in
    }
  }

  private static void refuse(Asked asked, Throwable e) {
    if (isLocked(e)) {
      asked.answer().complete(new Placement.InProgress());
    } else {
      asked
          .answer()
          .completeExceptionally(new IllegalStateException("an order cannot be recorded", e));
    }
  }

  private static boolean isLocked(Throwable e) {
    return LOCK_NOT_AVAILABLE.equals(state(e));
  }

  private static boolean isOfOne(Throwable e) {
    return switch (e) {
      case TransactionFailedException _ -> OF_ONE.contains(state(e).substring(0, 2));
      case RuntimeException _ -> true;
      default -> false;
    };
  }

  /** The SQLSTATE; of a pool that ran dry, none. */
  private static String state(Throwable e) {
    return e.getCause() instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : NO_STATE;
  }
}
