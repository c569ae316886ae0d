package dev.backstep.messaging.barrier;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * A participant's way in: polls of commands, through the barrier, to its handler; replies leave
 * through the outbox.
 */
public final class CommandIntake {
  private final Intake intake;
  private final Barrier barrier;

  /** Puts the barrier behind that intake. */
  public CommandIntake(Intake intake, Barrier barrier) {
    this.intake = intake;
    this.barrier = barrier;
  }

  /**
   * Returns when every command is applied, answered or a dead letter, and all of it is committed.
   */
  public <C extends Command> void take(Poll poll, Class<C> expected, CommandHandler<C> handler) {
    intake.take(poll, expected, (tx, messages) -> pass(tx, messages, handler));
  }

  private <C> void pass(Transaction tx, List<Delivered<C>> messages, CommandHandler<C> handler)
      throws SQLException {
    for (var wave : waves(messages)) {
      barrier.pass(tx, wave, handler);
    }
  }

  /**
   * The first command of each saga, then the second of each, and so on: a wave holds no two of one
   * saga.
   */
  static <C> List<List<Admitted<C>>> waves(List<Delivered<C>> messages) {
    var waves = new ArrayList<List<Admitted<C>>>();
    var seen = new HashMap<UUID, Integer>();
    for (var message : messages) {
      var command = admitted(message);
      int wave = seen.merge(command.id().saga(), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(command);
    }
    return waves;
  }

  private static <C> Admitted<C> admitted(Delivered<C> message) {
    var received = message.received();
    var id = received.id();
    if (id == null) {
      throw new IllegalArgumentException("a command without a ce_id");
    }
    return new Admitted<>(CommandId.parse(id), message.message(), received.traceparent());
  }
}
