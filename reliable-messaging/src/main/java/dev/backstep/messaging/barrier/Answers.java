package dev.backstep.messaging.barrier;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers that come later than their commands: remembered by the barrier and sent, in the caller's
 * transaction.
 */
public final class Answers {
  private final Outbox outbox;

  /** Sends through that outbox. */
  public Answers(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Gives the answers: remembers them, and leaves what has to be told with the outbox. */
  public void give(Transaction tx, List<Answer> answers) throws SQLException {
    outbox.append(tx, remember(tx, answers));
  }

  /**
   * Remembers the answers, and returns what the caller has to append to the outbox in the same
   * transaction. An answer that nobody waits for any more is dropped: it was given before, or the
   * saga has turned back and wants to know only of the undo.
   */
  public List<Outgoing> remember(Transaction tx, List<Answer> answers) throws SQLException {
    var awaited = new ArrayList<Outgoing>();
    for (var direction : Direction.values()) {
      var these = answers.stream().filter(answer -> answer.id().direction() == direction).toList();
      awaited.addAll(remember(tx, direction, these));
    }
    return awaited;
  }

  private static List<Outgoing> remember(Transaction tx, Direction direction, List<Answer> answers)
      throws SQLException {
    if (answers.isEmpty()) {
      return List.of();
    }
    var rows =
        answers.stream().map(answer -> BarrierTable.Row.of(answer.id(), answer.reply())).toList();
    var awaited = BarrierTable.answer(tx, rows, BarrierState.after(direction, Outcome.later()));
    return answers.stream()
        .filter(answer -> awaited.contains(Step.of(answer.id())))
        .map(Answers::outgoing)
        .toList();
  }

  private static Outgoing outgoing(Answer answer) {
    return Outgoing.reply(new ReplyMessage(answer.id(), answer.reply()), answer.traceparent());
  }
}
