package dev.backstep.order.backlog;

import java.time.Duration;

/** Whether another order is taken. */
public sealed interface Room {
  /** It is. */
  record Free() implements Room {}

  /** Not before that time has passed. */
  record None(Duration retryAfter) implements Room {}
}
