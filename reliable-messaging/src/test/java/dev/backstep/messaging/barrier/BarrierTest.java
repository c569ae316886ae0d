package dev.backstep.messaging.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.WireTypes;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.Database;
import dev.backstep.messaging.intake.DeadLetters;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The barrier in front of a participant that counts its effects in a table. */
class BarrierTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  private final Database database = Database.shared();
  private final Outbox outbox = new Outbox(_ -> {});
  private final Answers answers = new Answers(outbox);
  private final List<String> applied = new ArrayList<>();
  private final List<String> hurried = new ArrayList<>();
  private final Counted counted = new Counted();
  private final CommandIntake intake =
      new CommandIntake(
          new Intake(
              database.transactions(), new DeadLetters(outbox, "test", letter -> {}), pause -> {}),
          new Barrier(outbox, counted));
  private Function<CommandId, Outcome> participant =
      id -> id.direction() == Direction.DO ? Outcome.done("ref") : Outcome.undone();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void appliesADoOnceAndRepeatsItsReply() {
    take(make(A));
    take(make(A), make(A));

    assertThat(applied).containsExactly(A + "/stock/do");
    assertThat(replies()).containsExactly(done(A), done(A), done(A));
    assertThat(counted.duplicates).isEqualTo(2);
  }

  @Test
  void appliesAnUndoOnceAndRepeatsItsReply() {
    take(make(A), undo(A), undo(A));
    take(undo(A));

    assertThat(applied).containsExactly(A + "/stock/do", A + "/stock/undo");
    assertThat(replies()).containsExactly(done(A), undone(A), undone(A), undone(A));
  }

  @Test
  void buriesAnUndoThatCameFirstAndShutsTheDoor() {
    take(undo(A));
    take(make(A));

    assertThat(applied).isEmpty();
    assertThat(replies().getFirst()).isEqualTo(undone(A));
    assertThat(replies().getLast()).contains("refused").contains("CANCELLED");
    assertThat(counted.tombstones).isOne();
  }

  @Test
  void undoesAStepThatWasDoneWhenItsSagaStarted() {
    database
        .transactions()
        .run(tx -> Barrier.rememberDone(tx, "stock", Map.of(A, "order 1", B, "order 2")));
    take(make(A), undo(A));

    assertThat(applied).containsExactly(A + "/stock/undo");
    assertThat(replies().getFirst()).contains("done").contains("order 1");
    assertThat(replies().getLast()).isEqualTo(undone(A));
    assertThat(counted.tombstones).isZero();
  }

  @Test
  void refusesADoThatComesAgainAfterItsUndo() {
    take(make(A), undo(A), make(A));
    assertThat(applied).hasSize(2);
    assertThat(replies().getLast()).contains("refused").contains("CANCELLED");
  }

  @Test
  void remembersARefusalAndHasNothingToUndo() {
    participant = id -> Outcome.refused(RefusalCode.OUT_OF_STOCK, "none left");
    take(make(A), make(A), undo(A));

    assertThat(applied).containsExactly(A + "/stock/do");
    assertThat(replies()).hasSize(3).last().isEqualTo(undone(A));
  }

  @Test
  void triesAnUndoAgainThatWasRefused() {
    take(make(A));
    participant = id -> Outcome.refused(RefusalCode.NOT_POSSIBLE, "the van has left");
    take(undo(A));
    participant = id -> Outcome.undone();
    take(undo(A));

    assertThat(applied).containsExactly(A + "/stock/do", A + "/stock/undo", A + "/stock/undo");
    assertThat(replies().getLast()).isEqualTo(undone(A));
  }

  @Test
  void waitsForAnAnswerThatComesLater() {
    participant = id -> Outcome.later();
    take(make(A), make(A));
    assertThat(replies()).isEmpty();

    answer(id(A, Direction.DO), new Reply.Done("ref"));
    take(make(A));
    assertThat(applied).containsExactly(A + "/stock/do");
    assertThat(replies()).containsExactly(done(A), done(A));
  }

  @Test
  void tellsTheParticipantOfACommandThatCameAgainBeforeItsAnswer() {
    participant = id -> Outcome.later();
    take(make(A));
    assertThat(hurried).isEmpty();
    take(make(A), make(B));
    answer(id(A, Direction.DO), new Reply.Done("ref"));
    take(make(A));
    assertThat(hurried).containsExactly(A + "/stock/do");
  }

  @Test
  void dropsAnAnswerThatNobodyWaitsForAnyMore() {
    participant = id -> Outcome.later();
    take(make(A), undo(A));
    answer(id(A, Direction.DO), new Reply.Done("ref"));
    assertThat(replies()).as("the saga has turned back").isEmpty();

    answer(id(A, Direction.UNDO), new Reply.Undone());
    answer(id(A, Direction.UNDO), new Reply.Undone());
    assertThat(replies()).containsExactly(undone(A));
  }

  @Test
  void keepsNothingOfATransactionThatFailed() {
    participant =
        id -> {
          throw new IllegalStateException("bug");
        };
    take(make(A));
    assertThat(database.count("barrier")).isZero();
    assertThat(database.texts("SELECT topic FROM outbox"))
        .containsExactly("inventory.commands.dlq");
  }

  @Test
  void serializesTwoInstancesThatGetTheSameCommand() throws InterruptedException {
    var threads =
        Stream.generate(() -> Thread.ofPlatform().unstarted(() -> take(make(A), make(B))))
            .limit(8)
            .toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    assertThat(database.count("effect")).isEqualTo(2);
    assertThat(replies()).hasSize(16);
  }

  private void take(Received... commands) {
    intake.take(new Poll(List.of(commands)), InventoryCommand.class, new Participant());
  }

  private final class Participant implements CommandHandler<InventoryCommand> {
    @Override
    public List<Outcome> handle(Transaction tx, List<Admitted<InventoryCommand>> commands)
        throws SQLException {
      return BarrierTest.this.handle(tx, commands);
    }

    @Override
    public void hurry(Transaction tx, List<Admitted<InventoryCommand>> commands) {
      commands.forEach(command -> hurried.add(command.id().toString()));
    }
  }

  private List<Outcome> handle(Transaction tx, List<Admitted<InventoryCommand>> commands)
      throws SQLException {
    var outcomes = commands.stream().map(command -> participant.apply(command.id())).toList();
    try (var insert =
        tx.connection().prepareStatement("INSERT INTO effect (command_id) VALUES (?)")) {
      for (var command : commands) {
        insert.setString(1, command.id().toString());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    synchronized (applied) {
      commands.forEach(command -> applied.add(command.id().toString()));
    }
    return outcomes;
  }

  private void answer(CommandId id, Reply reply) {
    database.transactions().run(tx -> answers.give(tx, List.of(new Answer(id, reply, null))));
  }

  private List<String> replies() {
    return database.texts("SELECT convert_from(body, 'UTF8') FROM outbox ORDER BY id");
  }

  private static String done(UUID saga) {
    return "{\"commandId\":\"%s/stock/do\",\"reply\":{\"outcome\":\"done\",\"reference\":\"ref\"}}"
        .formatted(saga);
  }

  private static String undone(UUID saga) {
    return "{\"commandId\":\"%s/stock/undo\",\"reply\":{\"outcome\":\"undone\"}}".formatted(saga);
  }

  private static Received make(UUID saga) {
    return received(id(saga, Direction.DO), new SettleStock(saga));
  }

  private static Received undo(UUID saga) {
    return received(id(saga, Direction.UNDO), new ReleaseStock(saga));
  }

  private static CommandId id(UUID saga, Direction direction) {
    return new CommandId(saga, "stock", direction);
  }

  private static Received received(CommandId id, InventoryCommand command) {
    return new Received(
        "inventory.commands",
        0,
        0,
        id.saga().toString(),
        Map.of(Headers.ID, id.toString(), Headers.TYPE, WireTypes.of(command)),
        Wire.encode(command));
  }

  private static final class Counted implements BarrierListener {
    private int duplicates;
    private int tombstones;

    @Override
    public void duplicate() {
      duplicates++;
    }

    @Override
    public void tombstone() {
      tombstones++;
    }
  }
}
