package dev.backstep.saga.lra;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.Barrier;
import dev.backstep.messaging.barrier.BarrierListener;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.relay.Wakeup;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Wire;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the commands of steps that go by LRA in the transaction that decides on them, as a
 * participant takes its messages: through the barrier, and remembered before anything is done.
 */
@Singleton
public final class LraDoor {
  static final String NOT_UNDONE = "Its service says that it cannot undo this.";

  private static final int FIRST = 1;

  private final Barrier barrier;
  private final Wakeup wakeup = new Wakeup();

  LraDoor(Outbox outbox, BarrierListener listener) {
    this.barrier = new Barrier(outbox, listener);
  }

  /** Answers come later, through the outbox. */
  public void take(Transaction tx, List<Admitted<Command>> commands) throws SQLException {
    for (var command : commands) {
      // Locked before the barrier, as by those who answer.
      var known = AttemptTable.lock(tx, command.id().saga(), command.id().step());
      barrier.pass(tx, List.of(command), (inside, admitted) -> handle(inside, admitted, known));
    }
    tx.afterCommit(wakeup::signal);
  }

  private static List<Outcome> handle(
      Transaction tx, List<Admitted<Command>> admitted, List<Attempt> known) throws SQLException {
    var outcomes = new ArrayList<Outcome>();
    for (var command : admitted) {
      outcomes.add(
          switch (command.id().direction()) {
            case DO -> begin(tx, command);
            case UNDO -> undo(tx, command.id(), known);
          });
    }
    return outcomes;
  }

  private static Outcome begin(Transaction tx, Admitted<Command> command) throws SQLException {
    var id = command.id();
    AttemptTable.insert(
        tx,
        new Attempt(
            id.saga(),
            id.step(),
            FIRST,
            Wanted.DO,
            Wire.encode(command.command()),
            null,
            null,
            0,
            command.traceparent()),
        Duration.ZERO);
    return Outcome.later();
  }

  /** What has failed for good is not asked again. */
  private static Outcome undo(Transaction tx, CommandId id, List<Attempt> known)
      throws SQLException {
    if (known.stream().anyMatch(Attempt::failedToCancel)) {
      return Outcome.refused(RefusalCode.NOT_POSSIBLE, NOT_UNDONE);
    }
    if (known.stream().allMatch(it -> it.ended() != null)) {
      return Outcome.undone();
    }
    AttemptTable.want(tx, id.saga(), id.step(), Wanted.UNDO);
    return Outcome.later();
  }

  /** Those sagas are over for good: their LRAs are closed. */
  public void close(Transaction tx, Collection<UUID> sagas) throws SQLException {
    end(tx, sagas, Wanted.CLOSE);
  }

  /** Those sagas are over in another way: what they left open is cancelled. */
  public void drop(Transaction tx, Collection<UUID> sagas) throws SQLException {
    end(tx, sagas, Wanted.DROP);
  }

  private void end(Transaction tx, Collection<UUID> sagas, Wanted wanted) throws SQLException {
    if (!sagas.isEmpty() && AttemptTable.end(tx, sagas, wanted) > 0) {
      tx.afterCommit(wakeup::signal);
    }
  }

  /** Of those commands the ids of such as nobody outside can have heard of. */
  public Set<String> notBegun(Transaction tx, Collection<String> commands) throws SQLException {
    var sagas = commands.stream().map(id -> CommandId.parse(id).saga()).toList();
    var found = AttemptTable.notBegun(tx, sagas);
    found.retainAll(Set.copyOf(commands));
    return found;
  }

  Wakeup wakeup() {
    return wakeup;
  }
}
