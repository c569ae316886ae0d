package dev.backstep.saga.figures;

import java.time.Instant;

/**
 * How long something took in a minute, or an hour.
 *
 * @param what confirm, undo, or a command such as payment/do
 */
public record TimedPeriod(Instant at, String what, Timing timing) {}
