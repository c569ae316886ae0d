package dev.backstep.order.lra;

import dev.backstep.contracts.SagaRequest.CheckoutCalledBack;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.OrderStatus;
import dev.backstep.order.lra.Participant.Carried;
import dev.backstep.order.lra.Participant.Wanted;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * What the coordinator tells, each in one short transaction. The first word counts: a compensate
 * that comes after a complete is a ghost, and changes nothing.
 */
@Singleton
class Endings {
  /** Who calls, as the URL and the header say. */
  record Caller(UUID saga, String proof, String lra) {}

  private final Transactions transactions;
  private final Outbox outbox;
  private final Callbacks callbacks;
  private final InstantSource time;

  Endings(Transactions transactions, Outbox outbox, Callbacks callbacks, InstantSource time) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.callbacks = callbacks;
    this.time = time;
  }

  /** The LRA ends so. */
  Ending end(Caller caller, Wanted wanted) {
    return transactions.call(tx -> {
      var found = ParticipantTable.lock(tx, caller.saga);
      if (found.isEmpty()) {
        return new Ending.Gone();
      }
      var participant = found.get();
      if (!isOurs(caller, participant)) {
        return new Ending.NotOurs();
      }
      return end(tx, participant, wanted);
    });
  }

  private Ending end(Transaction tx, Participant participant, Wanted wanted) throws SQLException {
    var saga = participant.joined().sagaId();
    var order = participant.order();
    if (order == null) {
      ParticipantTable.remove(tx, saga);
      return new Ending.Gone();
    }
    var asked = participant.asked();
    if (asked == null) {
      ParticipantTable.ask(tx, saga, wanted, time.instant());
      callBack(tx, saga, order, wanted);
    } else if (asked != wanted) {
      return new Ending.Gone();
    }
    return told(tx, new Participant(participant.joined(), wanted, order, participant.givenUp()));
  }

  /** One that has failed by itself undoes what it has done without being told. */
  private void callBack(Transaction tx, UUID saga, Carried order, Wanted wanted)
      throws SQLException {
    var mayHaveDoneSomething =
        order.status() == OrderStatus.PENDING || order.status() == OrderStatus.CONFIRMED;
    if (wanted == Wanted.COMPENSATE && mayHaveDoneSomething) {
      outbox.append(tx, List.of(Outgoing.request(new CheckoutCalledBack(saga, order.id()), null)));
    }
  }

  /** How the saga stands to what its LRA came to. */
  Ending status(Caller caller) {
    return transactions.call(tx -> {
      var found = ParticipantTable.lock(tx, caller.saga);
      if (found.isEmpty()) {
        return new Ending.Gone();
      }
      return isOurs(caller, found.get()) ? told(tx, found.get()) : new Ending.NotOurs();
    });
  }

  private static Ending told(Transaction tx, Participant participant) throws SQLException {
    var standing = participant.standing();
    if (standing.isLast()) {
      ParticipantTable.tell(tx, participant.joined().sagaId(), standing);
    }
    return new Ending.Stands(standing);
  }

  private boolean isOurs(Caller caller, Participant participant) {
    return caller.lra.equals(participant.joined().lra())
        && callbacks.isProof(caller.proof, participant.joined());
  }
}
