package dev.backstep.e2e.audit;

import dev.backstep.gateway.LedgerEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Section 12: no confirmation before its charge. */
final class ChargedBeforeConfirmed implements Invariant {
  @Override
  public String claim() {
    return "no order is confirmed before the gateway took its money";
  }

  /** Order-service writes milliseconds, the gateway finer ones. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var confirmed = RecordedOrder.confirmed(witnesses);
    var charged = firstCharges(witnesses);
    var evidence = new ArrayList<String>();
    for (var order : confirmed) {
      var at = charged.get(order.id());
      if (at == null) {
        evidence.add("order %s is confirmed and was never charged".formatted(order.id()));
      } else if (at.truncatedTo(ChronoUnit.MILLIS).isAfter(order.changedAt())) {
        evidence.add(
            "order %s was confirmed at %s and charged at %s"
                .formatted(order.id(), order.changedAt(), at));
      }
    }
    return Finding.of(confirmed.size() + " confirmed orders", evidence);
  }

  private static Map<UUID, Instant> firstCharges(Witnesses witnesses) {
    var charged = new HashMap<UUID, Instant>();
    for (var entry : witnesses.ledger().entries()) {
      if (entry instanceof LedgerEntry.Captured captured) {
        charged.putIfAbsent(captured.orderId(), captured.time());
      }
    }
    return charged;
  }
}
