package dev.backstep.saga.schedule;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The barrier of one service, command by command. The real one takes whole waves with a few
 * statements; {@code BarrierModelTest} holds the two against each other.
 */
final class BarrierModel {
  enum State {
    DOING,
    DONE,
    REFUSED,
    UNDOING,
    UNDONE,
    TOMBSTONE
  }

  private record Step(UUID saga, String name) {
    static Step of(CommandId id) {
      return new Step(id.saga(), id.step());
    }
  }

  private record Row(State state, @Nullable Reply reply) {
    Optional<Reply> remembered() {
      return Optional.ofNullable(reply);
    }
  }

  private static final Reply TOO_LATE =
      new Reply.Refused(
          new Refusal(RefusalCode.CANCELLED, "the step was undone before it was done"));

  private final Map<Step, Row> rows = new HashMap<>();
  private final Sabotage sabotage;

  BarrierModel(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  /** A step that was done before there was a command for it. */
  void record(CommandId done, Reply reply) {
    rows.put(Step.of(done), new Row(State.DONE, reply));
  }

  /**
   * Lets a command through, or not.
   *
   * @param apply what the participant makes of it; empty when its answer comes later
   * @return what is answered now, if anything
   */
  Optional<Reply> pass(CommandId id, Supplier<Optional<Reply>> apply) {
    if (sabotage == Sabotage.BARRIER_OFF) {
      return apply(id, apply);
    }
    var row = rows.get(Step.of(id));
    return id.direction() == Direction.DO ? run(id, row, apply) : undo(id, row, apply);
  }

  private Optional<Reply> run(CommandId id, @Nullable Row row, Supplier<Optional<Reply>> apply) {
    if (row == null) {
      return apply(id, apply);
    }
    return switch (row.state) {
      case DOING -> Optional.empty();
      case DONE, REFUSED -> row.remembered();
      case UNDOING, UNDONE, TOMBSTONE -> Optional.of(TOO_LATE);
    };
  }

  private Optional<Reply> undo(CommandId id, @Nullable Row row, Supplier<Optional<Reply>> apply) {
    if (row == null) {
      bury(id);
      return Optional.of(new Reply.Undone());
    }
    return switch (row.state) {
      case DOING, DONE -> apply(id, apply);
      case UNDOING -> Optional.empty();
      case REFUSED, UNDONE, TOMBSTONE -> Optional.of(new Reply.Undone());
    };
  }

  private void bury(CommandId id) {
    if (sabotage != Sabotage.TOMBSTONE_OFF) {
      rows.put(Step.of(id), new Row(State.TOMBSTONE, null));
    }
  }

  private Optional<Reply> apply(CommandId id, Supplier<Optional<Reply>> apply) {
    var reply = apply.get();
    rows.compute(Step.of(id), (_, row) -> after(id, row, reply));
    return reply;
  }

  private static Row after(CommandId id, @Nullable Row before, Optional<Reply> reply) {
    var kept = before == null ? null : before.reply;
    return id.direction() == Direction.DO
        ? new Row(afterDo(reply), reply.orElse(null))
        : new Row(afterUndo(reply, kept), kept);
  }

  private static State afterDo(Optional<Reply> reply) {
    return switch (reply.orElse(null)) {
      case null -> State.DOING;
      case Reply.Done _ -> State.DONE;
      case Reply.Refused _ -> State.REFUSED;
      case Reply.Undone _ -> throw new IllegalStateException("a do cannot end as undone");
    };
  }

  /** An undo that was refused leaves the step as it was: done, or not yet answered. */
  private static State afterUndo(Optional<Reply> reply, @Nullable Reply kept) {
    return switch (reply.orElse(null)) {
      case null -> State.UNDOING;
      case Reply.Undone _ -> State.UNDONE;
      case Reply.Refused _ -> kept == null ? State.DOING : State.DONE;
      case Reply.Done _ -> throw new IllegalStateException("an undo cannot end as done");
    };
  }

  /** An answer that comes later; false when nobody waits for it any more. */
  boolean answer(CommandId id, Reply reply) {
    var awaited = id.direction() == Direction.DO ? State.DOING : State.UNDOING;
    var row = rows.get(Step.of(id));
    if (row == null || row.state != awaited) {
      return sabotage == Sabotage.BARRIER_OFF;
    }
    rows.put(Step.of(id), after(id, row, Optional.of(reply)));
    return true;
  }

  boolean isHalfDone() {
    return rows.values().stream()
        .anyMatch(row -> row.state == State.DOING || row.state == State.UNDOING);
  }
}
