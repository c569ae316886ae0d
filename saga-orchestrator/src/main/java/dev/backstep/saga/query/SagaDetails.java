package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads one saga with its log. */
@Singleton
public final class SagaDetails {
  private final Transactions transactions;
  private final SagaTable table;
  private final SagaLog log;

  SagaDetails(Transactions transactions, SagaTable table, SagaLog log) {
    this.transactions = transactions;
    this.table = table;
    this.log = log;
  }

  /** What there is to show; empty when there is no such saga. */
  public Optional<SagaView> find(UUID id) {
    return transactions.call(tx -> view(tx, table.find(tx, id)));
  }

  private Optional<SagaView> view(Transaction tx, Optional<StoredSaga> stored) throws SQLException {
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SagaView.of(
                stored.get(), log.read(tx, stored.get().saga().id(), SagaView.MAX_ENTRIES)));
  }
}
