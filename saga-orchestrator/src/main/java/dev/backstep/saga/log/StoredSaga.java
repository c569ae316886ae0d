package dev.backstep.saga.log;

import dev.backstep.contracts.CommandId;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaRun;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A saga as its row has it.
 *
 * @param customer whose order it is
 * @param dueAt when the timer will look, which may be earlier than the run asks for
 * @param traceparent of the request that started it
 */
public record StoredSaga(
    Saga<?> saga,
    SagaRun run,
    String customer,
    @Nullable Instant dueAt,
    @Nullable String traceparent,
    Instant startedAt,
    Instant updatedAt) {
  /** The command whose answer it waits for. */
  public Optional<CommandId> awaited() {
    return switch (run.phase()) {
      case Phase.Open open ->
          Optional.of(saga.commandId(open.flight().step(), open.flight().direction()));
      case Phase.Final _ -> Optional.empty();
    };
  }
}
