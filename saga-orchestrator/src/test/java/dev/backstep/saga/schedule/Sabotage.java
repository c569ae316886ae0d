package dev.backstep.saga.schedule;

/** What can be taken out of the models on purpose, so that the invariants show what they see. */
enum Sabotage {
  NONE,
  /** Every command is applied, however often it comes. */
  BARRIER_OFF,
  /** An undo that comes before its do leaves nothing behind. */
  TOMBSTONE_OFF,
  /** The gateway is asked under another key on each attempt. */
  ATTEMPT_IN_THE_KEY,
  /** A gateway that does not answer is taken for one that declined. */
  TIMEOUT_IS_FAILURE,
  /** Stock is read when a poll comes in and written when it is applied. */
  READ_THEN_WRITE_STOCK,
  /** Messages are kept in memory at the commit and written to the outbox afterwards. */
  OUTBOX_OUTSIDE,
  /** Offsets are committed before the poll is applied. */
  OFFSETS_FIRST
}
