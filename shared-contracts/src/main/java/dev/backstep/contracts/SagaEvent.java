package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backstep.contracts.value.Refusal;
import java.util.UUID;

/** The life of a saga, keyed by order id. The version is the saga's, so it may skip numbers. */
public sealed interface SagaEvent extends Event {
  UUID sagaId();

  UUID orderId();

  @JsonIgnore
  @Override
  default String key() {
    return orderId().toString();
  }

  /** Running. */
  @WireType("backstep.saga.started.v1")
  record SagaStarted(UUID sagaId, UUID orderId, long version, String definition)
      implements SagaEvent {}

  /** Turned back: compensations begin. */
  @WireType("backstep.saga.turned-back.v1")
  record SagaTurnedBack(UUID sagaId, UUID orderId, long version, String step, Refusal reason)
      implements SagaEvent {}

  /** Every step is done. */
  @WireType("backstep.saga.completed.v1")
  record SagaCompleted(UUID sagaId, UUID orderId, long version) implements SagaEvent {}

  /** Every step that may have happened is undone. */
  @WireType("backstep.saga.compensated.v1")
  record SagaCompensated(UUID sagaId, UUID orderId, long version, Refusal reason)
      implements SagaEvent {}

  /** Needs a human, though slow retries go on. */
  @WireType("backstep.saga.stuck.v1")
  record SagaStuck(UUID sagaId, UUID orderId, long version, String step, String reason)
      implements SagaEvent {}

  /** Settled by hand. */
  @WireType("backstep.saga.resolved.v1")
  record SagaResolved(UUID sagaId, UUID orderId, long version, String reason)
      implements SagaEvent {}
}
