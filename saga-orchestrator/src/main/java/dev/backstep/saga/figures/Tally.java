package dev.backstep.saga.figures;

import dev.backstep.saga.engine.SagaState;

/**
 * So many sagas of one state and currency, and the sum of their amounts. Differences may be
 * negative.
 *
 * @param currency empty for sagas without an amount
 */
public record Tally(SagaState state, String currency, long sagas, long minor) {}
