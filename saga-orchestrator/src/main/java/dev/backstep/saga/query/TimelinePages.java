package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.log.SagaHistory;
import dev.backstep.saga.log.SagaSight;
import dev.backstep.saga.log.SeenSaga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time axis and the log of a saga, page by page. */
@Singleton
class TimelinePages {
  private final Transactions transactions;
  private final SagaSight sight;
  private final SagaHistory history;

  TimelinePages(Transactions transactions, SagaSight sight, SagaHistory history) {
    this.transactions = transactions;
    this.sight = sight;
    this.history = history;
  }

  /**
   * So many log entries after one, or before another.
   *
   * @param before null to look after the first
   */
  record Piece(long after, @Nullable Long before, int size) {
    long from() {
      return before == null ? after : Math.max(0, before - 1 - size);
    }

    int count() {
      return before == null ? size : (int) Math.min(size, before - 1 - from());
    }
  }

  /** Empty when there is no such saga. */
  Optional<TimelinePage> timeline(UUID saga, Piece piece) {
    return transactions.call(tx -> {
      var seen = sight.find(tx, List.of(saga)).stream().findFirst();
      return seen.isEmpty() ? Optional.empty() : Optional.of(timeline(tx, seen.get(), piece));
    });
  }

  private TimelinePage timeline(Transaction tx, SeenSaga saga, Piece piece) throws SQLException {
    var entries = history.after(tx, saga.id(), piece.from(), piece.count() + Timeline.FURTHER);
    return new Timeline(saga.startedAt(), saga.run()).page(entries, piece.count());
  }

  LogPage log(UUID saga, long after, int size) {
    return transactions.call(tx ->
        LogPage.of(
            history.after(tx, saga, after, size + 1).stream().map(EntryView::of).toList(), size));
  }
}
