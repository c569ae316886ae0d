package dev.backstep.lra.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;

/** Time of this process. */
@Singleton
class Sources {
  /** Nanoseconds of a clock that nobody sets: leases are measured, not dated. */
  @Produces
  @Singleton
  LongSupplier nanoTime() {
    return System::nanoTime;
  }
}
