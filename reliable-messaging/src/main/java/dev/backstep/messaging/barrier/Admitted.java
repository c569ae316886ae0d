package dev.backstep.messaging.barrier;

import dev.backstep.contracts.CommandId;
import org.jspecify.annotations.Nullable;

/** A command that the barrier lets through: to be applied, now, exactly once. */
public record Admitted<C>(CommandId id, C command, @Nullable String traceparent) {}
