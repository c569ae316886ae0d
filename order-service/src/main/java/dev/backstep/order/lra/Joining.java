package dev.backstep.order.lra;

/** What came of the attempt to join. */
public sealed interface Joining {
  /** The saga is registered; nothing is recorded of its order yet. */
  record Done(Joined joined) implements Joining {}

  /** Nothing can join here. */
  record NotOffered() implements Joining {}

  /** The header names no LRA of the trusted coordinator. */
  record NotTrusted() implements Joining {}

  /** The coordinator knows no such LRA, or lets this caller not join it. */
  record Unknown() implements Joining {}

  /** The LRA is ending, or has ended. */
  record TooLate() implements Joining {}

  /** No clear answer, or too many at a time. */
  record Away(String why) implements Joining {}
}
