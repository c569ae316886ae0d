package dev.backstep.stack.layout;

/** What a stack is for. */
public enum Purpose {
  /** Its data survives a power cut. */
  USE,
  /** Its data is thrown away: nothing waits for the disk. */
  TESTS
}
