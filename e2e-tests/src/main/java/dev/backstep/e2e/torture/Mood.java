package dev.backstep.e2e.torture;

/** What a proxy does with a connection. */
enum Mood {
  OPEN,
  /** Connections are reset, new ones at once. */
  CUT,
  /** Nothing arrives until it is over; then everything does, as after lost packets. */
  BLACK_HOLE,
  /** Requests do not arrive, answers do. */
  REQUESTS_HELD,
  /** Requests arrive, answers do not. */
  ANSWERS_HELD,
  /** Every piece comes late. */
  SLOW,
  /** A few bytes at a time. */
  TRICKLE;

  boolean holds(Direction direction) {
    return switch (this) {
      case OPEN, CUT, SLOW, TRICKLE -> false;
      case BLACK_HOLE -> true;
      case REQUESTS_HELD -> direction == Direction.REQUESTS;
      case ANSWERS_HELD -> direction == Direction.ANSWERS;
    };
  }

  /** Which way bytes flow. */
  enum Direction {
    REQUESTS,
    ANSWERS
  }
}
