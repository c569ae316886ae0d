package dev.backstep.stack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that cannot notify. */
public final class Patience {
  // Short beside the fastest start (Redis, 15 ms), and cheap enough for a minute of waiting.
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /** Whether the condition became true within the limit. An interrupt ends the wait. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
