package dev.backstep.order.lra;

/**
 * The state of a participant, as MicroProfile LRA calls it. There is no <i>FailedToCompensate</i>:
 * a saga that cannot be undone now is tried again until it is.
 */
enum Standing {
  ACTIVE("Active"),
  COMPLETING("Completing"),
  COMPLETED("Completed"),
  FAILED_TO_COMPLETE("FailedToComplete"),
  COMPENSATING("Compensating"),
  COMPENSATED("Compensated");

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
      case COMPLETED, FAILED_TO_COMPLETE, COMPENSATED -> true;
    };
  }
}
