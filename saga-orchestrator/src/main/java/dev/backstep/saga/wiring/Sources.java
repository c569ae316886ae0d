package dev.backstep.saga.wiring;

import com.fasterxml.uuid.Generators;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.CheckoutSaga;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaDefinitions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Time, ids and definitions of this process. */
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

  /** What a new checkout starts with. */
  @Produces
  @Singleton
  SagaDefinition<Checkout> checkout(SagaPolicies policies) {
    return CheckoutSaga.with(policies.toPolicies());
  }

  /** Every version that an open saga may still need. */
  @Produces
  @Singleton
  SagaDefinitions definitions(SagaDefinition<Checkout> checkout) {
    return SagaDefinitions.of(List.of(checkout));
  }
}
