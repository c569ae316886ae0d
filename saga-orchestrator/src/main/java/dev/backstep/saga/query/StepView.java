package dev.backstep.saga.query;

import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.engine.StepStatus;

/**
 * One step for people.
 *
 * @param kind undo-only, compensatable, pivot or retriable
 * @param state what became of it
 */
record StepView(String name, String kind, State state) {
  /** What can become of a step. */
  enum State {
    PENDING,
    DOING,
    DONE,
    REFUSED,
    TIMED_OUT,
    UNDOING,
    UNDONE,
    STUCK
  }

  static StepView of(Step<?> step, int index, SagaRun run) {
    return new StepView(step.name(), kind(step), state(index, run));
  }

  private static State state(int index, SagaRun run) {
    var isStuck = run.phase() instanceof Phase.Stuck stuck && stuck.flight().step() == index;
    return isStuck ? State.STUCK : state(run.steps().get(index));
  }

  private static State state(StepStatus status) {
    return switch (status.back()) {
      case SENT -> State.UNDOING;
      case UNDONE -> State.UNDONE;
      case NOT_ASKED ->
          switch (status.forth()) {
            case PENDING -> State.PENDING;
            case SENT -> State.DOING;
            case DONE -> State.DONE;
            case REFUSED -> State.REFUSED;
            case TIMED_OUT -> State.TIMED_OUT;
          };
    };
  }

  private static String kind(Step<?> step) {
    return switch (step) {
      case Step.UndoOnly<?> _ -> "undo-only";
      case Step.Compensatable<?> _ -> "compensatable";
      case Step.Pivot<?> _ -> "pivot";
      case Step.Retriable<?> _ -> "retriable";
    };
  }
}
