package dev.backstep.messaging.barrier;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Refused;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What the barrier says to a command. */
sealed interface Admission {
  /** Apply it; nothing is known of the step yet. */
  record First() implements Admission {}

  /** Apply it; the step has a row. */
  record Next() implements Admission {}

  /** Seen before: send the same answer again, apply nothing. */
  record Repeat(Reply reply) implements Admission {}

  /** Nothing to undo, ever: remember that, so that a late do finds the door shut. */
  record Bury() implements Admission {}

  /** Under way: the answer will come by itself. */
  record Wait() implements Admission {}

  Refused TOO_LATE =
      new Refused(new Refusal(RefusalCode.CANCELLED, "the step was undone before it was done"));

  /** The whole barrier: what is remembered, and what comes in. */
  static Admission of(@Nullable Remembered remembered, Direction direction) {
    return switch (direction) {
      case DO -> remembered == null ? new First() : again(remembered);
      case UNDO -> remembered == null ? new Bury() : undo(remembered);
    };
  }

  private static Admission again(Remembered remembered) {
    return switch (remembered.state()) {
      case DOING -> new Wait();
      case DONE, REFUSED -> new Repeat(remembered.requireReply());
      case UNDOING, UNDONE, TOMBSTONE -> new Repeat(TOO_LATE);
    };
  }

  private static Admission undo(Remembered remembered) {
    return switch (remembered.state()) {
      case DOING, DONE -> new Next();
      case UNDOING -> new Wait();
      case REFUSED, UNDONE, TOMBSTONE -> new Repeat(new Undone());
    };
  }

  /** A row of the barrier. */
  record Remembered(BarrierState state, @Nullable Reply reply) {
    Reply requireReply() {
      if (reply == null) {
        throw new IllegalStateException("the barrier lost the reply of a step that is " + state);
      }
      return reply;
    }
  }
}
