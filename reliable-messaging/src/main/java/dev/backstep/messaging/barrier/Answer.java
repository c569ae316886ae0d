package dev.backstep.messaging.barrier;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import org.jspecify.annotations.Nullable;

/** The answer to a command whose outcome was {@link Outcome.Later}. */
public record Answer(CommandId id, Reply reply, @Nullable String traceparent) {}
