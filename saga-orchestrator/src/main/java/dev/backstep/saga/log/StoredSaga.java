package dev.backstep.saga.log;

import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaRun;
import java.time.Instant;
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
    Instant updatedAt) {}
