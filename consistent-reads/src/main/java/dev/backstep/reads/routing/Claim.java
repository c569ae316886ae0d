package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;

/** What a reader brought along. */
public sealed interface Claim {
  /** A token of his own. */
  record Token(Position position) implements Claim {}

  /** None. */
  record NoToken() implements Claim {}

  /** Something that is no token of his. */
  record Unreadable() implements Claim {}
}
