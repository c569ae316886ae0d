package dev.backstep.order.lra;

/**
 * The state of a participant, as MicroProfile LRA calls it. A saga that cannot be undone now is
 * compensating still, for it is tried again; only when an operator gives that up it has failed.
 */
enum Standing {
  ACTIVE("Active"),
  COMPLETING("Completing"),
  COMPLETED("Completed"),
  FAILED_TO_COMPLETE("FailedToComplete"),
  COMPENSATING("Compensating"),
  COMPENSATED("Compensated"),
  FAILED_TO_COMPENSATE("FailedToCompensate");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /** As it goes over the wire. */
  String word() {
    return word;
  }

  /** Whether it is said once and for all. */
  boolean isLast() {
    return switch (this) {
      case ACTIVE, COMPLETING, COMPENSATING -> false;
      case COMPLETED, FAILED_TO_COMPLETE, COMPENSATED, FAILED_TO_COMPENSATE -> true;
    };
  }
}
