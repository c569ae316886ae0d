package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import java.util.Optional;

/** What a service makes of a command that its barrier let through. */
@FunctionalInterface
interface Participant {
  /** Changes everything or, by throwing, nothing; empty when the answer comes later. */
  Optional<Reply> apply(CommandId id, Command command);
}
