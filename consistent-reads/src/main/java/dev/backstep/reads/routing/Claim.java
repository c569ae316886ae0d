package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;

/** What a reader brought along. */
public sealed interface Claim {
  /** A token of his own. */
  record Token(Position position) implements Claim {}

  /** None. */
  record NoToken() implements Claim {}

  /** No token of his, or one that was made when nobody could say where the primary was. */
  record Unreadable() implements Claim {}
}
