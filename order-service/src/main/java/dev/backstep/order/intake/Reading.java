package dev.backstep.order.intake;

import dev.backstep.order.problem.Violation;
import java.util.List;

/** What could be made of a body. */
sealed interface Reading {
  /** An order that may be placed, if its products exist. */
  record Understood(OrderRequest request) implements Reading {}

  /** Not JSON, or not an object. */
  record Malformed(Violation why) implements Reading {}

  /** JSON, but no order. */
  record Invalid(List<Violation> violations) implements Reading {}
}
