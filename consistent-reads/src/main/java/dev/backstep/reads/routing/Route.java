package dev.backstep.reads.routing;

/** Which server answers. */
public sealed interface Route {
  /** That replica has what is needed. */
  record Replica(String name) implements Route {}

  /** That replica will have it in a moment. */
  record Awaited(String name) implements Route {}

  /** The primary. */
  record Primary(Reason reason) implements Route {}
}
