package dev.backstep.saga.runner;

import dev.backstep.saga.engine.Saga;
import org.jspecify.annotations.Nullable;

/**
 * A saga that is asked for.
 *
 * @param customer whose order it is
 * @param traceparent of the request
 */
public record Birth(Saga<?> saga, String customer, @Nullable String traceparent) {}
