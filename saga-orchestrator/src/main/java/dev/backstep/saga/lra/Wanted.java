package dev.backstep.saga.lra;

import java.util.Locale;

/** What is to become of an attempt. */
enum Wanted {
  /** The service is to be called; and then the LRA stays open. */
  DO,
  /** To be cancelled, and nobody waits for it: the attempt was refused, or in doubt. */
  DROP,
  /** To be cancelled, and the saga waits for it. */
  UNDO,
  /** To be closed: the saga is complete. */
  CLOSE;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Wanted ofColumn(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
