package dev.backstep.saga.engine;

/** What a human can do about a saga. */
public enum OperatorAction {
  /** Send the awaited command again now, with a fresh count of tries. */
  RETRY,
  /** Turn the saga back. */
  COMPENSATE,
  /** Close the saga, because it was settled outside. */
  RESOLVE
}
