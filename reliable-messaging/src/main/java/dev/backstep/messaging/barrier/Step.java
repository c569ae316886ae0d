package dev.backstep.messaging.barrier;

import dev.backstep.contracts.CommandId;
import java.util.UUID;

/** The key of a row in the barrier. */
record Step(UUID saga, String name) {
  static Step of(CommandId id) {
    return new Step(id.saga(), id.step());
  }
}
