package dev.backstep.saga.query;

import java.time.Instant;
import java.util.Map;

/**
 * Whether anything is left lying.
 *
 * @param sagas how many are in each state
 * @param openPastDeadline open sagas that should have been woken some time ago; more than 0 means
 *     that no timer runs
 * @param outboxPending messages that wait to be published
 * @param outboxOldestSeconds how long the oldest of them has waited
 * @param deadLetters those that were never replayed
 */
record ConsistencyView(
    Instant at,
    Map<String, Long> sagas,
    long openPastDeadline,
    long outboxPending,
    double outboxOldestSeconds,
    long deadLetters) {}
