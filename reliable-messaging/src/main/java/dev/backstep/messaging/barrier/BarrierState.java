package dev.backstep.messaging.barrier;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Refused;
import dev.backstep.contracts.Reply.Undone;
import java.util.Locale;

/** What the barrier remembers of one step of one saga. */
enum BarrierState {
  DOING,
  DONE,
  REFUSED,
  UNDOING,
  UNDONE,
  TOMBSTONE;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BarrierState ofColumn(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  /** The state after a step was applied for the first time in that direction. */
  static BarrierState after(Direction direction, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Later _ -> direction == Direction.DO ? DOING : UNDOING;
      case Outcome.Now(var reply) -> after(direction, reply);
    };
  }

  /**
   * The state after that final answer. An undo that was refused leaves the step done: the next
   * attempt tries again.
   */
  static BarrierState after(Direction direction, Reply reply) {
    return switch (direction) {
      case DO ->
          switch (reply) {
            case Done _ -> DONE;
            case Refused _ -> REFUSED;
            case Undone _ -> throw new IllegalStateException("a do cannot end as undone");
          };
      case UNDO ->
          switch (reply) {
            case Undone _ -> UNDONE;
            case Refused _ -> DONE; // or DOING, if the do was never answered: BarrierTable looks
            case Done _ -> throw new IllegalStateException("an undo cannot end as done");
          };
    };
  }
}
