package dev.backstep.reads.memory;

/** Redis failed a moment ago and was not asked. */
public final class RedisAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisAwayException() {
    super("Redis failed a moment ago and was not asked", null, false, false);
  }
}
