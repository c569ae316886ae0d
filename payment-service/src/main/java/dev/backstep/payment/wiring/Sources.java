package dev.backstep.payment.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Time of this process. */
@Singleton
class Sources {
  @Produces
  @Singleton
  InstantSource time() {
    return InstantSource.system();
  }
}
