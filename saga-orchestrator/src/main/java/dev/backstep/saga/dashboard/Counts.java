package dev.backstep.saga.dashboard;

import dev.backstep.saga.bulk.Progress;
import dev.backstep.saga.engine.SagaState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of what, for every page.
 *
 * @param open running, compensating and stuck
 * @param deadLetters that wait for somebody
 * @param bulk the run that is going on; null when none is
 */
record Counts(
    Instant asOf,
    Map<SagaState, Long> states,
    long open,
    long deadLetters,
    @Nullable Progress bulk) {}
