package dev.backstep.saga.operations;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.runner.Incident;
import dev.backstep.saga.runner.Runner;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Lets an operator act on a saga that stands where he saw it, and writes it down. */
@Singleton
public final class Operation {
  /** What came of it. */
  public sealed interface Result {
    /**
     * The saga has taken it.
     *
     * @param version of the saga now
     */
    record Taken(UUID operation, long version) implements Result {}

    /** There is no such saga. */
    record NoSuchSaga() implements Result {}

    /**
     * The saga has moved since the operator saw it.
     *
     * @param meanwhile what happened, as a sentence
     */
    record Moved(long version, SagaState state, String meanwhile) implements Result {}

    /** The saga does not allow it where it stands. */
    record NotAllowed(String why) implements Result {}

    /** The order number that was typed is another one, or none was. */
    record NotConfirmed() implements Result {}
  }

  /** So many characters of the end of a number are always shown. */
  private static final int SHOWN = 4;

  private final Transactions transactions;
  private final SagaTable table;
  private final Runner runner;
  private final Scribe scribe;

  Operation(Transactions transactions, SagaTable table, Runner runner, Scribe scribe) {
    this.transactions = transactions;
    this.table = table;
    this.runner = runner;
    this.scribe = scribe;
  }

  /** Acts in a transaction of its own. */
  public Result act(UUID saga, Wish wish) {
    return transactions.call(tx -> act(tx, saga, wish));
  }

  /** Acts in the caller's transaction. */
  public Result act(Transaction tx, UUID saga, Wish wish) throws SQLException {
    var locked = table.lock(tx, List.of(saga));
    if (locked.isEmpty()) {
      return new Result.NoSuchSaga();
    }
    var stored = locked.getFirst();
    if (stored.run().version() != wish.expectedVersion()) {
      return new Result.Moved(
          stored.run().version(),
          stored.run().phase().state(),
          scribe.meanwhile(tx, stored, wish.expectedVersion()));
    }
    var refusal = refusal(stored, wish);
    if (refusal.isPresent()) {
      return new Result.NotAllowed(refusal.get());
    }
    if (!isConfirmed(tx, stored, wish)) {
      return new Result.NotConfirmed();
    }
    runner.apply(tx, locked, List.of(new Incident(saga, wish.event())));
    return taken(tx, stored, wish);
  }

  private Result taken(Transaction tx, StoredSaga before, Wish wish) throws SQLException {
    var after = table.find(tx, before.saga().id()).orElseThrow();
    return new Result.Taken(scribe.write(tx, before, after, wish), after.run().version());
  }

  /** The whole number, or its end as pages show it, if no other stuck saga's ends so. */
  private boolean isConfirmed(Transaction tx, StoredSaga stored, Wish wish) throws SQLException {
    if (wish.action() != OperatorAction.RESOLVE) {
      return true;
    }
    var order = stored.saga().businessKey().toString();
    var typed = wish.confirmed() == null ? "" : wish.confirmed().strip().toLowerCase(Locale.ROOT);
    return order.equals(typed)
        || (typed.length() >= SHOWN
            && order.endsWith(typed)
            && table.stuckEndingIn(tx, typed) == 1);
  }

  private static Optional<String> refusal(StoredSaga stored, Wish wish) {
    return SagaEngine.offers(stored.saga(), stored.run()).stream()
        .filter(offer -> offer.action() == wish.action())
        .map(offer -> offer.refusedBecause())
        .filter(Objects::nonNull)
        .findFirst();
  }
}
