package dev.backstep.order;

import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.value.Refusal;

/** What an order makes of a command. */
public sealed interface Decision {
  /** It moves, and tells of it. */
  record Moves(Order order, OrderEvent event) implements Decision {}

  /** It is already what it should become. */
  record Stays() implements Decision {}

  /** It stays as it is. */
  record Refuses(Refusal refusal) implements Decision {}
}
