package dev.backstep.e2e.audit;

import dev.backstep.gateway.Ledger;
import dev.backstep.gateway.LedgerEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the gateway holds for each order: captured minus refunded, in minor units. */
record Held(long captured, long refunded) {
  private static final Held NOTHING = new Held(0, 0);

  static Map<UUID, Held> byOrder(Ledger ledger) {
    var held = new LinkedHashMap<UUID, Held>();
    for (var entry : ledger.entries()) {
      held.merge(entry.orderId(), of(entry), Held::plus);
    }
    return held;
  }

  private static Held of(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Captured it -> new Held(it.amount().minorUnits(), 0);
      case LedgerEntry.Refunded it -> new Held(0, it.amount().minorUnits());
      case LedgerEntry.Declined _ -> NOTHING;
    };
  }

  private Held plus(Held other) {
    return new Held(captured + other.captured, refunded + other.refunded);
  }

  long balance() {
    return captured - refunded;
  }

  static long balance(Map<UUID, Held> held, UUID order) {
    return held.getOrDefault(order, NOTHING).balance();
  }
}
