package dev.backstep.inventory.catalogue;

import dev.backstep.inventory.catalogue.GoodsIn.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts receipts that were asked for again. Names are documented in the operations guide. */
@Singleton
class ReceiptMetrics {
  private final Counter replayed;
  private final Counter reused;

  ReceiptMetrics(MeterRegistry registry) {
    replayed = hits(registry, "replayed");
    reused = hits(registry, "reused");
  }

  private static Counter hits(MeterRegistry registry, String outcome) {
    return registry.counter("backstep.idempotency.hits", "outcome", outcome);
  }

  Outcome count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Replayed _ -> replayed.increment();
      case Outcome.KeyReused _ -> reused.increment();
      case Outcome.Received _, Outcome.UnknownProduct _ -> {
        // no key was met again
      }
    }
    return outcome;
  }
}
