package dev.backstep.saga.query;

import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.words.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of sagas.
 *
 * @param happening what it does or waits for
 * @param cause the group that it belongs to
 * @param reason why it is stuck, turned back or was resolved; cut
 * @param attempt of the awaited command; 0 when final
 */
public record SagaRow(
    UUID id,
    String definition,
    int definitionVersion,
    UUID orderId,
    String customerId,
    String state,
    boolean retrying,
    long version,
    @Nullable MoneyView amount,
    List<PathCell> path,
    String happening,
    @Nullable String cause,
    @Nullable String reason,
    int attempt,
    @Nullable Integer attemptsAllowed,
    @Nullable Instant nextTry,
    Instant startedAt,
    Instant updatedAt) {
  /** The line for a saga. */
  public static SagaRow of(SeenSaga saga) {
    var standing = new Standing(saga);
    return new SagaRow(
        saga.id(),
        saga.definition(),
        saga.definitionVersion(),
        saga.businessKey(),
        saga.customer(),
        saga.run().phase().state().name(),
        saga.run().retrying(),
        saga.run().version(),
        SagaFacts.of(saga.data()).amount().map(MoneyView::of).orElse(null),
        PathCell.of(saga.stepNames(), saga.run()),
        standing.happening(),
        standing.cause().map(Cause::key).orElse(null),
        Cut.orNull(saga.run().phase().why()),
        standing.attempt(),
        standing.attemptsAllowed(),
        standing.nextTry(),
        saga.startedAt(),
        saga.updatedAt());
  }
}
