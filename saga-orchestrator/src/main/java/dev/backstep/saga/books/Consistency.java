package dev.backstep.saga.books;

import dev.backstep.saga.engine.SagaState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the books of all services agree, and whether anything is left lying.
 *
 * @param reads replica and cache; null as long as there is none
 * @param openPastDeadline open sagas that should have been woken some time ago
 * @param outboxPending messages of this service that wait to be published
 * @param deadLetters that wait for somebody
 */
record Consistency(
    Instant asOf,
    List<RuleSection> sections,
    List<ServiceFigures> services,
    @Nullable List<BookLine> reads,
    Map<SagaState, Long> sagas,
    long openPastDeadline,
    long outboxPending,
    double outboxOldestSeconds,
    long deadLetters) {}
