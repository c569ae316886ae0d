package dev.backstep.saga.engine;

/** A saga definition that could not be run back and forth. A bug, found when the service starts. */
public final class UnsoundDefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsoundDefinitionException(String saga, String why) {
    super("saga " + saga + ": " + why);
  }
}
