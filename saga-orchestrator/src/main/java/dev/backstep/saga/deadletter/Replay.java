package dev.backstep.saga.deadletter;

import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;

/** Publishes the original of a dead letter once more. Whoever reads it recognises it by its id. */
@Singleton
class Replay {
  private final Transactions transactions;
  private final LetterTable table;
  private final Outbox outbox;
  private final InstantSource time;

  Replay(Transactions transactions, LetterTable table, Outbox outbox, InstantSource time) {
    this.transactions = transactions;
    this.table = table;
    this.outbox = outbox;
    this.time = time;
  }

  /** Whether there is such a letter; it is on its way then. */
  boolean of(UUID id, String operator) {
    return transactions.call(tx -> replay(tx, id, operator));
  }

  private boolean replay(Transaction tx, UUID id, String operator) throws SQLException {
    var letter = table.lock(tx, id);
    if (letter.isEmpty()) {
      return false;
    }
    outbox.append(tx, letter.stream().map(Replay::original).toList());
    table.replayed(tx, id, time.instant(), operator);
    return true;
  }

  private static Outgoing original(Letter letter) {
    return new Outgoing(
        letter.topic(),
        letter.key(),
        letter.messageId(),
        letter.type(),
        letter.subject(),
        letter.body(),
        letter.traceparent(),
        letter.headers());
  }
}
