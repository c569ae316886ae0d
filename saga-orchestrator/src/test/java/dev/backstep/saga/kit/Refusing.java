package dev.backstep.saga.kit;

/** How often a participant refuses: so many times, or once and for ever. */
final class Refusing {
  /** A business answer: remembered, and the same on every attempt. */
  static final int FOR_EVER = 1_000_000;

  private Refusing() {}
}
