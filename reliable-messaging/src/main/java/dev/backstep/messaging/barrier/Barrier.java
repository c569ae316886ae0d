package dev.backstep.messaging.barrier;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every participant. A do is applied once, its reply is remembered and repeated; an
 * undo is applied once, or buried when there is nothing to undo; after an undo no do gets through.
 * All of it happens in the participant's transaction.
 */
public final class Barrier {
  private final Outbox outbox;
  private final BarrierListener listener;

  /** Sends replies through that outbox. */
  public Barrier(Outbox outbox, BarrierListener listener) {
    this.outbox = outbox;
    this.listener = listener;
  }

  /**
   * Remembers, with one statement, a step that is done when its saga starts, in the transaction
   * that did it. Otherwise its undo would look like one that came too early, and be buried.
   *
   * @param references what each saga calls the effect, by saga; a saga that is known with this step
   *     fails the transaction
   */
  public static void rememberDone(Transaction tx, String step, Map<UUID, String> references)
      throws SQLException {
    BarrierTable.insert(
        tx,
        references.entrySet().stream()
            .map(each ->
                BarrierTable.Row.of(
                    new CommandId(each.getKey(), step, Direction.DO), new Done(each.getValue())))
            .toList());
  }

  /**
   * Lets the commands of one wave through: no two of them are of one saga. {@link CommandIntake}
   * does it for those that came as messages.
   */
  public <C> void pass(Transaction tx, List<Admitted<C>> commands, CommandHandler<C> handler)
      throws SQLException {
    var remembered =
        BarrierTable.remembered(tx, commands.stream().map(each -> Step.of(each.id())).toList());
    var wave = new Wave<C>();
    for (var command : commands) {
      switch (Admission.of(remembered.get(Step.of(command.id())), command.id().direction())) {
        case Admission.First _ -> wave.first.add(command);
        case Admission.Next _ -> wave.next.add(command);
        case Admission.Repeat(var reply) -> repeat(wave, command, reply);
        case Admission.Bury _ -> bury(wave, command);
        case Admission.Wait _ -> {
          listener.duplicate();
          wave.awaited.add(command);
        }
      }
    }
    apply(tx, wave, handler);
    if (!wave.awaited.isEmpty()) {
      handler.hurry(tx, wave.awaited);
    }
    BarrierTable.insert(tx, wave.inserts);
    BarrierTable.update(tx, wave.updates);
    outbox.append(tx, wave.replies);
  }

  private <C> void repeat(Wave<C> wave, Admitted<C> command, Reply reply) {
    listener.duplicate();
    wave.reply(command.id(), reply, command.traceparent());
  }

  private <C> void bury(Wave<C> wave, Admitted<C> command) {
    listener.tombstone();
    wave.inserts.add(new BarrierTable.Row(Step.of(command.id()), BarrierState.TOMBSTONE, null));
    wave.reply(command.id(), new Undone(), command.traceparent());
  }

  private static <C> void apply(Transaction tx, Wave<C> wave, CommandHandler<C> handler)
      throws SQLException {
    var commands = wave.toApply();
    if (commands.isEmpty()) {
      return;
    }
    var outcomes = handler.handle(tx, commands);
    if (outcomes.size() != commands.size()) {
      throw new IllegalStateException(
          commands.size() + " commands have " + outcomes.size() + " outcomes");
    }
    for (int i = 0; i < outcomes.size(); i++) {
      wave.applied(i, commands.get(i), outcomes.get(i));
    }
  }

  /** What one wave of commands comes to. */
  private static final class Wave<C> {
    private final List<Admitted<C>> first = new ArrayList<>();
    private final List<Admitted<C>> next = new ArrayList<>();
    private final List<Admitted<C>> awaited = new ArrayList<>();
    private final List<BarrierTable.Row> inserts = new ArrayList<>();
    private final List<BarrierTable.Row> updates = new ArrayList<>();
    private final List<Outgoing> replies = new ArrayList<>();

    List<Admitted<C>> toApply() {
      var all = new ArrayList<>(first);
      all.addAll(next);
      return all;
    }

    void applied(int position, Admitted<C> command, Outcome outcome) {
      (position < first.size() ? inserts : updates).add(BarrierTable.Row.of(command.id(), outcome));
      switch (outcome) {
        case Outcome.Now(var reply) -> reply(command.id(), reply, command.traceparent());
        case Outcome.Later _ -> {}
      }
    }

    void reply(CommandId id, Reply reply, @Nullable String traceparent) {
      replies.add(Outgoing.reply(new ReplyMessage(id, reply), traceparent));
    }
  }
}
