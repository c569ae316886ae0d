package dev.backstep.saga.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.engine.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A saga as it is looked at. Its definition may have gone since it ended.
 *
 * @param known the definition, if this version of the service has it
 * @param data what commands are made of: personal data, never shown as it is
 */
public record SeenSaga(
    UUID id,
    UUID businessKey,
    String definition,
    int definitionVersion,
    Optional<SagaDefinition<?>> known,
    SagaRun run,
    JsonNode data,
    String customer,
    @Nullable String traceparent,
    Instant startedAt,
    Instant updatedAt) {
  /** The names of its steps; made up where the definition has gone. */
  public List<String> stepNames() {
    return known
        .map(it -> it.steps().stream().map(Step::name).toList())
        .orElseGet(
            () -> IntStream.rangeClosed(1, run.steps().size()).mapToObj(i -> "step-" + i).toList());
  }
}
