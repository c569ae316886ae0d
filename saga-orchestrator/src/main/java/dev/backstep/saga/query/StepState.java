package dev.backstep.saga.query;

import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.engine.StepStatus;

/** What can become of a step, both directions in one word. */
enum StepState {
  PENDING,
  DOING,
  DONE,
  REFUSED,
  TIMED_OUT,
  UNDOING,
  UNDONE,
  STUCK;

  static StepState of(int index, SagaRun run) {
    var isStuck = run.phase() instanceof Phase.Stuck stuck && stuck.flight().step() == index;
    return isStuck ? STUCK : of(run.steps().get(index));
  }

  private static StepState of(StepStatus status) {
    return switch (status.back()) {
      case SENT -> UNDOING;
      case UNDONE -> UNDONE;
      case NOT_ASKED ->
          switch (status.forth()) {
            case PENDING -> PENDING;
            case SENT -> DOING;
            case DONE -> DONE;
            case REFUSED -> REFUSED;
            case TIMED_OUT -> TIMED_OUT;
          };
    };
  }
}
