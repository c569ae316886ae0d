package dev.backstep.saga.lra;

/** What the coordinator says of an LRA. */
enum Fate {
  /** It can still end either way. */
  OPEN,
  /** It is ending; some participant is not ready. */
  ENDING,
  CLOSED,
  CANCELLED,
  FAILED_TO_CLOSE,
  FAILED_TO_CANCEL,
  /** It is over, and the coordinator has forgotten it. */
  GONE,
  /** The coordinator gave no clear answer. */
  UNKNOWN;

  /** From the word of MicroProfile LRA. */
  static Fate of(String word) {
    return switch (word) {
      case "Active" -> OPEN;
      case "Closing", "Cancelling" -> ENDING;
      case "Closed" -> CLOSED;
      case "Cancelled" -> CANCELLED;
      case "FailedToClose" -> FAILED_TO_CLOSE;
      case "FailedToCancel" -> FAILED_TO_CANCEL;
      default -> UNKNOWN;
    };
  }
}
