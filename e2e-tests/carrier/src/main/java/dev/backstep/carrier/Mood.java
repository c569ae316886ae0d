package dev.backstep.carrier;

/** How the carrier feels, for tests. */
enum Mood {
  FINE,
  /** Books, sends and cancels, and answers after a while: too late for a coordinator. */
  SLOW,
  /** Books, and fails before it answers. */
  BROKEN,
  /** Cannot undo anything. */
  STUBBORN
}
