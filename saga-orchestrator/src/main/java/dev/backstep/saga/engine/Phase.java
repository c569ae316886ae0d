package dev.backstep.saga.engine;

import dev.backstep.contracts.value.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a saga stands, with what is known only there. */
public sealed interface Phase {
  /** The same as one word. */
  SagaState state();

  /** Why it is stuck, turned back, or was resolved; null when all is well. */
  default @Nullable String why() {
    return switch (this) {
      case Running _, Completed _ -> null;
      case Compensating(var _, var cause) -> cause.detail();
      case Compensated(var cause) -> cause.detail();
      case Stuck(var _, var _, var reason) -> reason;
      case Resolved(var reason) -> reason;
    };
  }

  /** Not final: one command is waiting for its answer. */
  sealed interface Open extends Phase {
    Flight flight();

    /** The same phase with another flight. */
    Open with(Flight flight);
  }

  /** Nothing can change it any more, but that a complete one is called back. */
  sealed interface Final extends Phase {}

  /** Going forward. */
  record Running(Flight flight) implements Open {
    @Override
    public SagaState state() {
      return SagaState.RUNNING;
    }

    @Override
    public Running with(Flight other) {
      return new Running(other);
    }
  }

  /** Undoing, because of that cause. */
  record Compensating(Flight flight, Refusal cause) implements Open {
    @Override
    public SagaState state() {
      return SagaState.COMPENSATING;
    }

    @Override
    public Compensating with(Flight other) {
      return new Compensating(other, cause);
    }
  }

  /**
   * Needs a human. The command goes on waiting, so a later answer gets the saga going again.
   *
   * @param cause why the saga had turned back, if it had
   */
  record Stuck(Flight flight, @Nullable Refusal cause, String reason) implements Open {
    @Override
    public SagaState state() {
      return SagaState.STUCK;
    }

    @Override
    public Stuck with(Flight other) {
      return new Stuck(other, cause, reason);
    }

    /** What it was before it got stuck. */
    Open unstuck() {
      return cause == null ? new Running(flight) : new Compensating(flight, cause);
    }
  }

  /** Every step is done. */
  record Completed() implements Final {
    @Override
    public SagaState state() {
      return SagaState.COMPLETED;
    }
  }

  /** Every step that may have happened is undone. */
  record Compensated(Refusal cause) implements Final {
    @Override
    public SagaState state() {
      return SagaState.COMPENSATED;
    }
  }

  /** Settled by hand. */
  record Resolved(String reason) implements Final {
    @Override
    public SagaState state() {
      return SagaState.RESOLVED;
    }
  }
}
