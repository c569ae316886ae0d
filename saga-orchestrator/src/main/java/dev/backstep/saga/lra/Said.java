package dev.backstep.saga.lra;

/** What came of a call to a service. */
sealed interface Said {
  /** Done; the reference names its effect. */
  record Done(String reference) implements Said {}

  /** Not done, and it will not be. */
  record Refused(String detail) implements Said {}

  /** It may have happened, or not. */
  record Doubtful(String why) implements Said {}
}
