package dev.backstep.saga.runner;

import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.lra.LraDoor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which commands have not left yet, so that nobody can be blamed for not having answered. */
@Singleton
public final class Unsent {
  private final Outbox outbox;
  private final LraDoor door;

  Unsent(Outbox outbox, LraDoor door) {
    this.outbox = outbox;
    this.door = door;
  }

  /** The ids of those commands that these sagas wait for and that are still here. */
  public Set<String> among(Transaction tx, List<StoredSaga> sagas) throws SQLException {
    var here = new HashSet<>(outbox.unpublished(tx, ids(sagas)));
    var byLra = sagas.stream().filter(Unsent::waitsForLra).toList();
    if (!byLra.isEmpty()) {
      here.addAll(door.notBegun(tx, ids(byLra)));
    }
    return here;
  }

  private static List<String> ids(List<StoredSaga> sagas) {
    return sagas.stream().flatMap(it -> it.awaited().stream()).map(CommandId::toString).toList();
  }

  private static boolean waitsForLra(StoredSaga stored) {
    var definition = stored.saga().definition();
    return stored.awaited().filter(id -> definition.goesByLra(id.step())).isPresent();
  }
}
