package dev.backstep.order.wiring;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Time and ids of this process. */
@Singleton
class Sources {
  @Produces
  @Singleton
  InstantSource time() {
    return InstantSource.system();
  }

  /** UUID version 7: sorted by time, so that new rows lie side by side in every index. */
  @Produces
  @Singleton
  Supplier<UUID> ids() {
    return Generators.timeBasedEpochRandomGenerator()::generate;
  }
}
