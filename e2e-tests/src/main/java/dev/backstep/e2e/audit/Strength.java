package dev.backstep.e2e.audit;

/** How much may be asked of a system at a given moment. */
public enum Strength {
  /** Orders are on their way: only what must hold at any instant. */
  RUNNING,
  /** Nothing is on its way any more: what must hold then as well. */
  AT_REST
}
