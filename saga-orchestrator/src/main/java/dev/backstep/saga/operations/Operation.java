package dev.backstep.saga.operations;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.runner.Incident;
import dev.backstep.saga.runner.Runner;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Lets an operator act on a saga that stands where he saw it. */
@Singleton
class Operation {
  /** What came of it. */
  sealed interface Result {
    /** The saga has taken it. */
    record Taken() implements Result {}

    /** There is no such saga. */
    record NoSuchSaga() implements Result {}

    /** The saga has moved since the operator saw it. */
    record Moved(long version) implements Result {}

    /** The saga does not allow it where it stands. */
    record NotAllowed(String why) implements Result {}
  }

  private final Transactions transactions;
  private final SagaTable table;
  private final Runner runner;

  Operation(Transactions transactions, SagaTable table, Runner runner) {
    this.transactions = transactions;
    this.table = table;
    this.runner = runner;
  }

  Result act(UUID saga, long expectedVersion, Operated wish) {
    return transactions.call(tx -> act(tx, saga, expectedVersion, wish));
  }

  private Result act(Transaction tx, UUID saga, long expectedVersion, Operated wish)
      throws SQLException {
    var locked = table.lock(tx, List.of(saga));
    if (locked.isEmpty()) {
      return new Result.NoSuchSaga();
    }
    var stored = locked.getFirst();
    if (stored.run().version() != expectedVersion) {
      return new Result.Moved(stored.run().version());
    }
    var refusal = refusal(stored, wish);
    if (refusal.isPresent()) {
      return new Result.NotAllowed(refusal.get());
    }
    runner.apply(tx, locked, List.of(new Incident(saga, wish)));
    return new Result.Taken();
  }

  private static Optional<String> refusal(StoredSaga stored, Operated wish) {
    return SagaEngine.offers(stored.saga(), stored.run()).stream()
        .filter(offer -> offer.action() == wish.action())
        .map(offer -> offer.refusedBecause())
        .filter(Objects::nonNull)
        .findFirst();
  }
}
