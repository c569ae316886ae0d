package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;

/** What a server must have, to answer a read. */
public sealed interface Need {
  /** At least this. */
  record AtLeast(Position position) implements Need {}

  /** Nothing in particular: any age will do. */
  record Anything() implements Need {}

  /** Only the primary has it. */
  record Primary(Reason reason) implements Need {}
}
