package dev.backstep.saga.figures;

import dev.backstep.saga.engine.SagaState;

/**
 * So many sagas of one state and currency, the sum of their amounts, and of their goods.
 * Differences may be negative.
 *
 * @param currency empty for sagas without an amount
 */
public record Tally(SagaState state, String currency, long sagas, long minor, long units) {}
