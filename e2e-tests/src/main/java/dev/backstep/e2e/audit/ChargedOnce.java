package dev.backstep.e2e.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.backstep.gateway.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Section 12: at most one charge per key, and per order; no refund twice. */
final class ChargedOnce implements Invariant {
  @Override
  public String claim() {
    return "one charge at most per key and per order, one refund at most per charge";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) {
    var entries = witnesses.ledger().entries();
    var captured = of(entries, LedgerEntry.Captured.class);
    var refunded = of(entries, LedgerEntry.Refunded.class);
    var evidence = new ArrayList<String>();
    evidence.addAll(repeated("charges under the key", captured, LedgerEntry.Captured::key));
    evidence.addAll(
        repeated("charges for the order", captured, entry -> entry.orderId().toString()));
    evidence.addAll(repeated("refunds of the charge", refunded, LedgerEntry.Refunded::chargeId));
    return Finding.of(
        "%d charges, %d refunds".formatted(captured.size(), refunded.size()), evidence);
  }

  private static <T extends LedgerEntry> List<T> of(List<LedgerEntry> entries, Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static <T> List<String> repeated(
      String what, List<T> entries, Function<T, String> identity) {
    Map<String, Long> counted = entries.stream().collect(groupingBy(identity, counting()));
    return counted.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> "%d %s %s".formatted(entry.getValue(), what, entry.getKey()))
        .toList();
  }
}
