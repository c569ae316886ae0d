package dev.backstep.e2e.audit;

import dev.backstep.gateway.LedgerEntry;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Section 12: no confirmation before its charge. Of two clocks the later one counts, that of the
 * process that confirmed and that of the one which told it to: one of them may be wrong.
 */
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
    var told = firstTold(witnesses);
    var evidence = new ArrayList<String>();
    for (var order : confirmed) {
      var at = charged.get(order.id());
      if (at == null) {
        evidence.add("order %s is confirmed and was never charged".formatted(order.id()));
      } else if (isAfter(at, order.changedAt())
          && isAfter(at, told.getOrDefault(order.id(), order.changedAt()))) {
        evidence.add(
            "order %s was confirmed at %s and charged at %s"
                .formatted(order.id(), order.changedAt(), at));
      }
    }
    return Finding.of(confirmed.size() + " confirmed orders", evidence);
  }

  private static boolean isAfter(Instant charged, Instant confirmed) {
    return charged.truncatedTo(ChronoUnit.MILLIS).isAfter(confirmed);
  }

  /** When the orchestrator wrote down that the order is to be confirmed. */
  private static Map<UUID, Instant> firstTold(Witnesses witnesses) throws SQLException {
    var told = new HashMap<UUID, Instant>();
    Rows.each(
        witnesses.database(Part.SAGA_ORCHESTRATOR),
        """
        SELECT s.business_key, min(l.at)
          FROM saga_log l JOIN saga s ON s.id = l.saga_id
         WHERE EXISTS (SELECT FROM jsonb_array_elements(l.sent) AS sent(command)
                        WHERE sent.command ->> 'command' LIKE '%/confirmation/do')
         GROUP BY 1
        """,
        row ->
            told.put(
                row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant()));
    return told;
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
