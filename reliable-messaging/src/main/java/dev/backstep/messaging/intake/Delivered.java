package dev.backstep.messaging.intake;

import dev.backstep.messaging.wire.Received;

/** A message that could be read, and the record it came in. It may have been delivered before. */
public record Delivered<M>(M message, Received received) {}
