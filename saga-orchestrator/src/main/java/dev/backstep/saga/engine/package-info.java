/**
 * Decides what a saga does next: pure, without clock, database or broker.
 *
 * <p>One function, {@link dev.backstep.saga.engine.SagaEngine#decide}, takes a run and an event to
 * a decision. Whoever calls it stores the decision and carries out its effects in one transaction.
 */
@NullMarked
package dev.backstep.saga.engine;

import org.jspecify.annotations.NullMarked;
