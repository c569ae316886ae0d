package dev.backstep.carrier;

/** How the carrier feels, for tests. */
enum Mood {
  FINE,
  /** Books, and answers after a while. */
  SLOW,
  /** Books, and fails before it answers. */
  BROKEN,
  /** Cannot undo anything. */
  STUBBORN
}
