package dev.backstep.e2e.audit;

import java.util.List;
import java.util.UUID;

/**
 * What clients know of their requests.
 *
 * @param requests each with a key of its own, however often it was sent
 */
public record History(List<Request> requests) {
  /** Nobody told anything. */
  public static final History NONE = new History(List.of());

  /** Takes a copy. */
  public History {
    requests = List.copyOf(requests);
  }

  /** One order that was asked for, and what the client heard. */
  public record Request(String customer, String key, Answer answer) {}

  /** What a client heard in the end. */
  public sealed interface Answer {
    /** The shop took the order. */
    record Promised(UUID order) implements Answer {}

    /** The shop will never take it. */
    record Refused() implements Answer {}

    /** No answer, or one that leaves it open: the shop may have taken it. */
    record Unknown() implements Answer {}
  }
}
