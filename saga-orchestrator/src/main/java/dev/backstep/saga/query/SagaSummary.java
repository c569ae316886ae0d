package dev.backstep.saga.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of sagas.
 *
 * @param reason why it is stuck, turned back or was resolved
 */
record SagaSummary(
    UUID id,
    String definition,
    UUID orderId,
    String state,
    boolean retrying,
    long version,
    @Nullable String reason,
    Instant startedAt,
    Instant updatedAt) {
  static SagaSummary of(SagaRow row) {
    return new SagaSummary(
        row.id,
        row.definition,
        row.businessKey,
        row.state,
        row.retrying,
        row.version,
        row.reason,
        row.startedAt,
        row.updatedAt);
  }
}
