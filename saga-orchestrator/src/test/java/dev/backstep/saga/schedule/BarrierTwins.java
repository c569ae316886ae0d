package dev.backstep.saga.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.Answer;
import dev.backstep.messaging.barrier.Answers;
import dev.backstep.messaging.barrier.Barrier;
import dev.backstep.messaging.barrier.BarrierListener;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.intake.DeadLetters;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The real barrier and its model, given the same random commands and the same participants. */
final class BarrierTwins {
  private static final int LARGEST_POLL = 5;
  private static final List<String> STEPS = List.of("stock", "payment");

  private final List<UUID> sagas = IntStream.range(0, 4).mapToObj(_ -> UUID.randomUUID()).toList();
  private final Transaction tx;
  private final SplittableRandom random;
  private final Outbox outbox = new Outbox(_ -> {});
  private final CommandIntake real;
  private final BarrierModel model = new BarrierModel(Sabotage.NONE);
  private final Map<UUID, List<String>> modelReplies = new HashMap<>();
  private final Map<CommandId, Integer> seenByReal = new HashMap<>();
  private final Map<CommandId, Integer> seenByModel = new HashMap<>();

  BarrierTwins(Transaction tx, long seed) {
    this.tx = tx;
    this.random = new SplittableRandom(seed);
    var same = new SameTransaction(tx);
    var intake =
        new Intake(
            same,
            new DeadLetters(outbox, "twin", _ -> {}),
            _ -> {
              throw new IllegalStateException("nothing to wait for");
            });
    this.real = new CommandIntake(intake, new Barrier(outbox, new Nobody()));
  }

  /** A few commands as one poll, or an answer that comes later. */
  void takeTheSame() throws SQLException {
    if (random.nextInt(4) == 0) {
      answerLater(anyCommand());
      return;
    }
    var poll =
        IntStream.rangeClosed(0, random.nextInt(LARGEST_POLL)).mapToObj(_ -> anyCommand()).toList();
    real.take(
        new Poll(poll.stream().map(BarrierTwins::received).toList()),
        InventoryCommand.class,
        (_, commands) -> commands.stream().map(Admitted::id).map(this::outcome).toList());
    for (var id : poll) {
      model.pass(id, () -> decided(id, seenByModel)).ifPresent(reply -> keep(id, reply));
    }
  }

  private void answerLater(CommandId id) throws SQLException {
    Reply reply = id.direction() == Direction.DO ? new Reply.Done("later") : new Reply.Undone();
    new Answers(outbox).give(tx, List.of(new Answer(id, reply, null)));
    if (model.answer(id, reply)) {
      keep(id, reply);
    }
  }

  private CommandId anyCommand() {
    return new CommandId(
        sagas.get(random.nextInt(sagas.size())),
        STEPS.get(random.nextInt(STEPS.size())),
        random.nextInt(5) < 3 ? Direction.DO : Direction.UNDO);
  }

  private Outcome outcome(CommandId id) {
    return decided(id, seenByReal).<Outcome>map(Outcome.Now::new).orElseGet(Outcome::later);
  }

  /**
   * What the participant makes of a command depends on how often it got it, and on nothing else.
   */
  private static Optional<Reply> decided(CommandId id, Map<CommandId, Integer> seen) {
    int nth = seen.merge(id, 1, Integer::sum);
    return switch (Math.floorMod(id.hashCode() + nth, 3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Desk.refused(RefusalCode.NOT_POSSIBLE));
      default ->
          Optional.of(
              id.direction() == Direction.DO ? new Reply.Done("r" + nth) : new Reply.Undone());
    };
  }

  private static Received received(CommandId id) {
    InventoryCommand command =
        id.direction() == Direction.DO ? new SettleStock(id.saga()) : new ReleaseStock(id.saga());
    return new Received(
        Topics.of(command),
        0,
        0,
        id.saga().toString(),
        Map.of(Headers.ID, id.toString(), Headers.TYPE, WireTypes.of(command)),
        Wire.encode(command));
  }

  private void keep(CommandId id, Reply reply) {
    modelReplies
        .computeIfAbsent(id.saga(), _ -> new ArrayList<>())
        .add(id + " " + new String(Wire.encode(Letter.reply(id, reply).body()), UTF_8));
  }

  /** By saga: order holds per key alone. */
  Map<UUID, List<String>> repliesOfTheModel() {
    return modelReplies;
  }

  Map<UUID, List<String>> repliesOfTheReal() throws SQLException {
    var replies = new HashMap<UUID, List<String>>();
    try (var select =
        tx.connection()
            .prepareStatement(
                "SELECT message_key, subject, body FROM outbox WHERE message_key = ANY (?) ORDER BY id")) {
      select.setArray(1, tx.connection().createArrayOf("text", sagas.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          replies
              .computeIfAbsent(UUID.fromString(rows.getString(1)), _ -> new ArrayList<>())
              .add(rows.getString(2) + " " + new String(rows.getBytes(3), UTF_8));
        }
      }
    }
    return replies;
  }

  private record SameTransaction(Transaction tx) implements Transactions {
    @Override
    public <T extends @Nullable Object> T call(Work<T> work) {
      try {
        return work.run(tx);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Nobody implements BarrierListener {
    @Override
    public void duplicate() {}

    @Override
    public void tombstone() {}
  }
}
