package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.log.SagaSight;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.SeenSaga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Judges many sagas, some at a time. */
@Singleton
class Bench {
  /** Rows in memory at a time. */
  private static final int CHUNK = 500;

  private final SagaSight sight;
  private final SagaTable sagas;

  Bench(SagaSight sight, SagaTable sagas) {
    this.sight = sight;
    this.sagas = sagas;
  }

  /** A verdict on each; ids without a saga are left out. */
  List<Item> judge(Transaction tx, List<UUID> ids, OperatorAction action) throws SQLException {
    var items = new ArrayList<Item>(ids.size());
    for (int from = 0; from < ids.size(); from += CHUNK) {
      judge(
          tx, sight.find(tx, ids.subList(from, Math.min(ids.size(), from + CHUNK))), action, items);
    }
    return items;
  }

  private void judge(Transaction tx, List<SeenSaga> seen, OperatorAction action, List<Item> items)
      throws SQLException {
    var needed = new ArrayList<UUID>();
    for (var saga : seen) {
      Judge.skip(saga, action).ifPresentOrElse(items::add, () -> needed.add(saga.id()));
    }
    sagas.find(tx, needed).forEach(stored -> items.add(Judge.judge(stored, action)));
  }
}
