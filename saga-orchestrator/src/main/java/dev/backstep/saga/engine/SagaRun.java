package dev.backstep.saga.engine;

import dev.backstep.contracts.value.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one saga stands. It is the fold of the saga's log; whoever stores it stores a cache.
 *
 * @param version the sequence number of the last log entry
 * @param steps in the order of the definition
 * @param sagaDue when the saga counts as timed out, if its pivot was not sent by then
 * @param calledBack why the saga is to turn back as soon as it is complete; null for most
 */
public record SagaRun(
    long version,
    Phase phase,
    List<StepStatus> steps,
    Instant sagaDue,
    @Nullable Refusal calledBack) {
  /** Takes a copy of the list. */
  public SagaRun {
    steps = List.copyOf(steps);
  }

  /** One that nobody has called back. */
  SagaRun(long version, Phase phase, List<StepStatus> steps, Instant sagaDue) {
    this(version, phase, steps, sagaDue, null);
  }

  /** When the saga wants to be woken; null when only an answer or an operator can move it. */
  public @Nullable Instant dueAt() {
    return switch (phase) {
      case Phase.Open open -> open.flight().due();
      case Phase.Final _ -> null;
    };
  }

  /** Whether a command had to be sent more than once and its answer is still awaited. */
  public boolean retrying() {
    return switch (phase) {
      case Phase.Running running -> running.flight().attempt() > 1;
      case Phase.Compensating compensating -> compensating.flight().attempt() > 1;
      case Phase.Stuck _, Phase.Final _ -> false;
    };
  }
}
