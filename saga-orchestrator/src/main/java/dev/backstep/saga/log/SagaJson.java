package dev.backstep.saga.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.backstep.saga.engine.LogEntry.Sent;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.SagaRun;
import java.util.List;

/** How runs, events and data are written to the database. The engine knows nothing of it. */
final class SagaJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // What is not there says as much as null, and most sagas have much that is not there.
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addMixIn(Phase.class, PhaseNames.class)
          .addMixIn(RunEvent.class, EventNames.class)
          .build();

  private SagaJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + value.getClass() + " cannot be written as JSON", e);
    }
  }

  static SagaRun run(String json) {
    return read(json, SagaRun.class);
  }

  static RunEvent event(String json) {
    return read(json, RunEvent.class);
  }

  static List<Sent> sent(String json) {
    return List.of(read(json, Sent[].class));
  }

  static JsonNode tree(String json) {
    return read(json, JsonNode.class);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      e.clearLocation(); // its source may hold personal data
      throw new IllegalStateException("stored JSON is no " + type.getSimpleName(), e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Phase.Running.class, name = "running"),
    @JsonSubTypes.Type(value = Phase.Compensating.class, name = "compensating"),
    @JsonSubTypes.Type(value = Phase.Stuck.class, name = "stuck"),
    @JsonSubTypes.Type(value = Phase.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Phase.Compensated.class, name = "compensated"),
    @JsonSubTypes.Type(value = Phase.Resolved.class, name = "resolved")
  })
  private interface PhaseNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.Replied.class, name = "replied"),
    @JsonSubTypes.Type(value = RunEvent.Woken.class, name = "woken"),
    @JsonSubTypes.Type(value = RunEvent.PublishedLate.class, name = "published-late"),
    @JsonSubTypes.Type(value = RunEvent.DeadLettered.class, name = "dead-lettered"),
    @JsonSubTypes.Type(value = RunEvent.Parked.class, name = "parked"),
    @JsonSubTypes.Type(value = RunEvent.CalledBack.class, name = "called-back"),
    @JsonSubTypes.Type(value = RunEvent.Operated.class, name = "operated")
  })
  private interface EventNames {}
}
