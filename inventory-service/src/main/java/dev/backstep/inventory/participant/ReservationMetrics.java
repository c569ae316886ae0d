package dev.backstep.inventory.participant;

import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.InventoryCommand.UnsettleStock;
import dev.backstep.inventory.Verdict;
import dev.backstep.inventory.Verdict.Granted;
import dev.backstep.inventory.Verdict.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what the stock says to reservations. Names are documented in the operations guide. */
@Singleton
class ReservationMetrics {
  private static final String GRANTED = "GRANTED";

  private final MeterRegistry registry;

  ReservationMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(InventoryCommand command, Verdict verdict) {
    switch (command) {
      case ReserveStock _ -> count(verdict);
      case ReleaseStock _, SettleStock _, UnsettleStock _ -> {
        // never refused
      }
    }
  }

  private void count(Verdict verdict) {
    var outcome =
        switch (verdict) {
          case Granted _ -> GRANTED;
          case Refused(var refusal) -> refusal.code().name();
        };
    registry.counter("backstep.stock.reservations", "outcome", outcome).increment();
  }
}
