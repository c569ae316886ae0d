package dev.backstep.saga.query;

import org.jspecify.annotations.Nullable;

/**
 * One step for people, in both directions.
 *
 * @param kind undo-only, compensatable, pivot, retriable or unknown
 * @param back null when it has no undo
 * @param reference what the participant calls the effect, such as a charge
 * @param name the same as step
 * @param state both directions in one word
 */
record StepView(
    String step,
    String kind,
    String title,
    @Nullable String undoTitle,
    String service,
    LaneNode forth,
    @Nullable LaneNode back,
    @Nullable String reference,
    String name,
    String state) {}
