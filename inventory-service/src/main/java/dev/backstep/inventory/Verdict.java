package dev.backstep.inventory;

import dev.backstep.contracts.value.Refusal;

/** What the stock says to one request. */
public sealed interface Verdict {
  /** All of it happens. */
  record Granted() implements Verdict {}

  /** Nothing of it happens. */
  record Refused(Refusal refusal) implements Verdict {}
}
