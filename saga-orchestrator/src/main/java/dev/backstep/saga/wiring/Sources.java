package dev.backstep.saga.wiring;

import com.fasterxml.uuid.Generators;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.Checkouts;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.lra.LraConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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

  /** A carrier of another team replaces our own shipping as soon as it is configured. */
  @Produces
  @Singleton
  Checkouts checkouts(SagaPolicies policies, LraConfig lra) {
    return Checkouts.with(policies.toPolicies(), lra.steps().containsKey("shipment"));
  }

  /** The checkout with all steps our own. */
  @Produces
  @Singleton
  SagaDefinition<Checkout> checkout(Checkouts checkouts) {
    return checkouts.own();
  }

  /** Every version that an open saga may still need. */
  @Produces
  @Singleton
  SagaDefinitions definitions(Checkouts checkouts) {
    return SagaDefinitions.of(checkouts.all());
  }
}
