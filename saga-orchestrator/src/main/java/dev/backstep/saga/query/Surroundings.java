package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.log.SagaHistory;
import dev.backstep.saga.log.SagaSight;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.operations.OperatorEntry;
import dev.backstep.saga.operations.OperatorLogView;
import dev.backstep.saga.words.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what belongs to one saga, and what it is compared with. */
@Singleton
class Surroundings {
  /** The newest; all of them are on a page of their own. */
  private static final int ACTS = 50;

  /** More than anybody counts. */
  private static final int MOST_OTHERS = 1_000;

  private static final String DEAD_LETTERS =
      "SELECT count(*) FROM dead_letter WHERE saga_id = ? AND replays = 0 AND discarded_at IS NULL";

  private final SagaSight sight;
  private final SagaHistory history;
  private final SagaSearch search;
  private final UsualTimings usual;
  private final OperatorLogView operatorLog;

  Surroundings(
      SagaSight sight,
      SagaHistory history,
      SagaSearch search,
      UsualTimings usual,
      OperatorLogView operatorLog) {
    this.sight = sight;
    this.history = history;
    this.search = search;
    this.usual = usual;
    this.operatorLog = operatorLog;
  }

  Optional<SeenSaga> saga(Transaction tx, UUID id) throws SQLException {
    return sight.find(tx, List.of(id)).stream().findFirst();
  }

  LogWindow log(Transaction tx, SeenSaga saga) throws SQLException {
    return LogWindow.of(tx, history, saga.id(), saga.run().version());
  }

  /** Others that are stuck for the same reason; null when it is not stuck. */
  Story.@Nullable SameCause sameCause(Transaction tx, SeenSaga saga) throws SQLException {
    var cause = new Standing(saga).cause().filter(it -> it instanceof Cause.Stuck);
    if (cause.isEmpty()) {
      return null;
    }
    var key = cause.get().key();
    var filter =
        SagaFilter.of(new FilterWish(null, null, null, null, key, null, null, null, null, null));
    long all = search.find(tx, filter, Optional.empty(), MOST_OTHERS + 1).size();
    return new Story.SameCause(key, Math.max(0, all - 1));
  }

  List<UsualTiming> usual(Transaction tx, List<StepView> steps, Instant now) throws SQLException {
    return usual.compare(tx, steps, now);
  }

  List<OperatorEntry> acts(Transaction tx, SeenSaga saga) throws SQLException {
    return operatorLog.ofSaga(tx, saga.id(), ACTS);
  }

  long deadLetters(Transaction tx, SeenSaga saga) throws SQLException {
    try (var select = tx.connection().prepareStatement(DEAD_LETTERS)) {
      select.setObject(1, saga.id());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
