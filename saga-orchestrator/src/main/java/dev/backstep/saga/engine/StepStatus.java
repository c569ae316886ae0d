package dev.backstep.saga.engine;

/**
 * What became of one step, in both directions.
 *
 * @param forth what is known of its do
 * @param back what is known of its undo
 */
public record StepStatus(Forth forth, Back back) {
  /** What is known of a do. */
  public enum Forth {
    PENDING,
    SENT,
    DONE,
    REFUSED,
    TIMED_OUT
  }

  /** What is known of an undo. */
  public enum Back {
    NOT_ASKED,
    SENT,
    UNDONE
  }

  static final StepStatus PENDING = new StepStatus(Forth.PENDING, Back.NOT_ASKED);
  static final StepStatus DONE = new StepStatus(Forth.DONE, Back.NOT_ASKED);

  StepStatus to(Forth next) {
    return new StepStatus(next, back);
  }

  StepStatus to(Back next) {
    return new StepStatus(forth, next);
  }

  /** It happened, or may have, and nobody has asked to undo it. */
  boolean needsUndo() {
    return back == Back.NOT_ASKED
        && switch (forth) {
          case DONE, TIMED_OUT -> true;
          case PENDING, SENT, REFUSED -> false;
        };
  }
}
