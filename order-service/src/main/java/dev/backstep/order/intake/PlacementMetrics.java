package dev.backstep.order.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what becomes of wishes to order. Names are documented in the operations guide. */
@Singleton
class PlacementMetrics {
  private final Counter placed;
  private final Counter replayed;
  private final Counter reused;
  private final Counter running;
  private final Counter unknownProduct;
  private final Counter notPriceable;
  private final Counter lraOver;
  private final Counter noRoom;
  private final Counter notKnown;

  PlacementMetrics(MeterRegistry registry) {
    placed = registry.counter("backstep.orders.placed");
    replayed = hits(registry, "replayed");
    reused = hits(registry, "reused");
    running = hits(registry, "running");
    unknownProduct = turnedAway(registry, "unknown_product");
    notPriceable = turnedAway(registry, "not_priceable");
    lraOver = turnedAway(registry, "lra_over");
    noRoom = turnedAway(registry, "no_room");
    notKnown = registry.counter("backstep.orders.not.known");
  }

  private static Counter hits(MeterRegistry registry, String outcome) {
    return registry.counter("backstep.idempotency.hits", "outcome", outcome);
  }

  private static Counter turnedAway(MeterRegistry registry, String reason) {
    return registry.counter("backstep.orders.turned.away", "reason", reason);
  }

  Placement count(Placement placement) {
    counter(placement).increment();
    return placement;
  }

  private Counter counter(Placement placement) {
    return switch (placement) {
      case Placement.Accepted _ -> placed;
      case Placement.Replayed _ -> replayed;
      case Placement.KeyReused _ -> reused;
      case Placement.InProgress _ -> running;
      case Placement.UnknownProducts _ -> unknownProduct;
      case Placement.NotPriceable _ -> notPriceable;
      case Placement.LraOver _ -> lraOver;
      case Placement.NoRoom _ -> noRoom;
      case Placement.NotKnown _ -> notKnown;
    };
  }
}
