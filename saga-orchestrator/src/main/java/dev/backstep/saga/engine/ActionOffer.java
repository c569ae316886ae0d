package dev.backstep.saga.engine;

import org.jspecify.annotations.Nullable;

/**
 * Whether an operator may take an action now.
 *
 * @param refusedBecause a sentence; null when the action is allowed
 */
public record ActionOffer(OperatorAction action, @Nullable String refusedBecause) {
  /** Whether the action may be taken. */
  public boolean allowed() {
    return refusedBecause == null;
  }
}
