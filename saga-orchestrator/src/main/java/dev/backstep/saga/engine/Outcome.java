package dev.backstep.saga.engine;

/** What a log entry says came of an event. */
public enum Outcome {
  STARTED,
  DONE,
  REFUSED,
  UNDONE,
  /** An attempt got no answer in time, or its pause is over: the command was sent again. */
  RESENT,
  /** A compensatable step, or the saga before its pivot, ran out of time; the saga turned back. */
  TIMED_OUT,
  /** The command was published late, or not yet: its deadlines count anew. */
  REARMED,
  STUCK,
  /** An operator turned it back, or it was called back. */
  TURNED_BACK,
  RESOLVED,
  /** The answer is known already; nothing changed. */
  DUPLICATE,
  /** The saga no longer waits for it; nothing changed. */
  LATE,
  /** Kept for the record; nothing changed. */
  NOTED
}
