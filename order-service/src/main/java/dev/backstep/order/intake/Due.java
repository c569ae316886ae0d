package dev.backstep.order.intake;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * When somebody who asked has to be answered, however much is still to be done for him; by a clock
 * that never jumps.
 */
record Due(long nanos) {
  static Due in(Duration patience) {
    return new Due(System.nanoTime() + patience.toNanos());
  }

  /** What comes in time, or that; whatever was begun goes on. */
  <T> CompletableFuture<T> orElse(CompletableFuture<T> coming, T late) {
    return coming.completeOnTimeout(late, nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
