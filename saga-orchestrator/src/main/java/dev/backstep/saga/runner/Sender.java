package dev.backstep.saga.runner;

import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.lra.LraDoor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;

/** Lets out what leaves, by the way that it takes. Without an LRA that is the outbox alone. */
@Singleton
final class Sender {
  private final Outbox outbox;
  private final LraDoor door;

  Sender(Outbox outbox, LraDoor door) {
    this.outbox = outbox;
    this.door = door;
  }

  void send(Transaction tx, Collection<Leaving> leaving) throws SQLException {
    outbox.append(tx, leaving.stream().flatMap(it -> it.messages.stream()).toList());
    var calls = leaving.stream().flatMap(it -> it.calls.stream()).toList();
    if (!calls.isEmpty()) {
      door.take(tx, calls);
    }
    door.close(tx, leaving.stream().filter(Leaving::closesLras).map(Leaving::saga).toList());
    door.drop(tx, leaving.stream().filter(Leaving::dropsLras).map(Leaving::saga).toList());
  }
}
