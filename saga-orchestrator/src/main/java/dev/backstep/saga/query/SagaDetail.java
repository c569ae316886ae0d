package dev.backstep.saga.query;

import dev.backstep.saga.operations.OperatorEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saga for people, free of the customer's data.
 *
 * @param version to be sent along with an action
 * @param endedAt null while it is open
 * @param traceId of the request that started it
 * @param compensationMs null before it turned back
 * @param log its first entries
 * @param logNext after which entry the rest begins; null when that is all
 */
record SagaDetail(
    Instant asOf,
    UUID id,
    String definition,
    int definitionVersion,
    UUID orderId,
    String customerId,
    String state,
    boolean retrying,
    long version,
    @Nullable MoneyView amount,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    @Nullable String traceId,
    @Nullable String reason,
    @Nullable String cause,
    @Nullable Instant nextTry,
    Story story,
    List<LedgerLine> ledger,
    List<StepView> steps,
    long forwardMs,
    @Nullable Long compensationMs,
    TimelineView timeline,
    List<UsualTiming> usual,
    List<OperatorEntry> operatorLog,
    List<ActionOfferView> allowedActions,
    long deadLetters,
    List<EntryView> log,
    @Nullable Long logNext) {}
