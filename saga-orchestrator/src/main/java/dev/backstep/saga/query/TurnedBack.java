package dev.backstep.saga.query;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.SagaRun;
import java.util.Optional;

/** Whether a saga has turned back, and why. */
final class TurnedBack {
  private TurnedBack() {}

  /** On its way back now. */
  static boolean isOn(SagaRun run) {
    return switch (run.phase()) {
      case Phase.Compensating _ -> true;
      case Phase.Stuck stuck -> stuck.cause() != null;
      case Phase.Running _, Phase.Completed _, Phase.Compensated _, Phase.Resolved _ -> false;
    };
  }

  static Optional<Refusal> why(SagaRun run) {
    return switch (run.phase()) {
      case Phase.Compensating(var _, var cause) -> Optional.of(cause);
      case Phase.Compensated(var cause) -> Optional.of(cause);
      case Phase.Stuck stuck -> Optional.ofNullable(stuck.cause());
      case Phase.Running _, Phase.Completed _, Phase.Resolved _ -> Optional.empty();
    };
  }
}
