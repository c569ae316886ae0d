package dev.backstep.order.participant;

import dev.backstep.order.Order;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts orders that become final. Names are documented in the operations guide. */
@Singleton
class FinalOrderMetrics {
  private static final String NO_REASON = "none";

  private final MeterRegistry registry;

  FinalOrderMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void becameFinal(Order order) {
    var reason = order.state().why().map(why -> why.code().name()).orElse(NO_REASON);
    registry
        .counter("backstep.orders.final", "state", order.state().status().name(), "reason", reason)
        .increment();
  }
}
