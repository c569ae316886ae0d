package dev.backstep.order.intake;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When somebody who asked has to be answered, however much is still to be done for him; by a clock
 * that never jumps.
 */
record Due(long nanos, LongSupplier nanoTime) {
  static Due in(Duration patience) {
    LongSupplier clock = System::nanoTime;
    return new Due(clock.getAsLong() + patience.toNanos(), clock);
  }

  /** What comes in time, or that; whatever was begun goes on. */
  <T> CompletableFuture<T> orElse(CompletableFuture<T> coming, T late) {
    return coming.completeOnTimeout(late, nanos - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
  }
}
