package dev.backstep.saga.live;

import dev.backstep.saga.engine.SagaState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What watchers are told. Hints: the truth is what a request says. */
sealed interface LiveEvent {
  /** The name of the event on the wire. */
  String name();

  /** The first on every connection. */
  record Hello(Instant asOf, String instance) implements LiveEvent {
    @Override
    public String name() {
      return "hello";
    }
  }

  /**
   * Something has changed.
   *
   * @param behindMs how long the oldest of these changes took to get here
   * @param sagas the most recent ones
   * @param more whether more moved than are listed, or some may have been missed
   */
  record Changed(
      Instant asOf,
      long behindMs,
      List<SagaHint> sagas,
      boolean more,
      boolean counts,
      boolean deadLetters,
      boolean operatorLog,
      boolean bulk)
      implements LiveEvent {
    @Override
    public String name() {
      return "changed";
    }

    boolean isEmpty() {
      return sagas.isEmpty() && !more && !counts && !deadLetters && !operatorLog && !bulk;
    }
  }

  /**
   * Nothing need have changed.
   *
   * @param behindMs age of the last look at the database
   * @param database whether it answers
   */
  record Pulse(Instant asOf, long behindMs, boolean database) implements LiveEvent {
    @Override
    public String name() {
      return "pulse";
    }
  }

  /** A saga that moved, and how far. */
  record SagaHint(UUID id, long version, SagaState state) {}
}
