package dev.backstep.order;

import java.time.Instant;
import java.util.UUID;

/**
 * The last state of an order: everything about it that was not known when it was placed.
 *
 * @param version counts the states, from 1
 * @param at when it came into that state, as far as this instance's clock knows
 */
public record FinalState(UUID orderId, long version, OrderState state, Instant at) {}
