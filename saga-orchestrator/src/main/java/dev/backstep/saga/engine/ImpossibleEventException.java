package dev.backstep.saga.engine;

import java.util.UUID;

/** An event that cannot happen where a saga stands: a bug in a participant, or in us. */
public final class ImpossibleEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImpossibleEventException(UUID saga, SagaState state, String why) {
    super("saga " + saga + " is " + state + ": " + why);
  }
}
