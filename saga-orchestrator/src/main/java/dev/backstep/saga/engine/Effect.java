package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.SagaEvent;

/** What must happen outside because of a decision, in the transaction that stores it. */
public sealed interface Effect {
  /** Send a command. */
  record Send(CommandId id, Command command, int attempt) implements Effect {}

  /** Tell the outside world. */
  record Announce(SagaEvent event) implements Effect {}
}
