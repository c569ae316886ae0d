package dev.backstep.e2e.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Section 12, money: what the gateway holds is what confirmed orders cost. */
final class MoneyAddsUp implements Invariant {
  @Override
  public String claim() {
    return "captured - refunded is the total of each confirmed order, and 0 of any other";
  }

  /**
   * Confirmed orders first: they were charged before. Orders last: every charge has one by then.
   */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var confirmed = RecordedOrder.confirmed(witnesses);
    var held = Held.byOrder(witnesses.ledger());
    var orders = RecordedOrder.byId(witnesses);
    var evidence = new ArrayList<String>();
    for (var order : confirmed) {
      evidence.addAll(unlessHeld(order, Held.balance(held, order.id())));
    }
    held.forEach((id, money) -> evidence.addAll(unlessAllOrNothing(id, money, orders, strength)));
    return Finding.of(figures(held, confirmed), evidence);
  }

  private static List<String> unlessHeld(RecordedOrder order, long balance) {
    return balance == order.total()
        ? List.of()
        : List.of(
            "order %s is confirmed for %d, but the gateway holds %d"
                .formatted(order.id(), order.total(), balance));
  }

  private static List<String> unlessAllOrNothing(
      UUID id, Held money, Map<UUID, RecordedOrder> orders, Strength strength) {
    var order = orders.get(id);
    if (order == null) {
      return List.of("order %s was charged and does not exist".formatted(id));
    }
    if (order.isConfirmed() || money.balance() == 0) {
      return List.of();
    }
    return strength == Strength.RUNNING && money.balance() == order.total()
        ? List.of()
        : List.of(
            "order %s is %s for %d, but the gateway holds %d"
                .formatted(id, order.status(), order.total(), money.balance()));
  }

  private static String figures(Map<UUID, Held> held, List<RecordedOrder> confirmed) {
    return "captured %d - refunded %d; %d confirmed orders for %d"
        .formatted(
            held.values().stream().mapToLong(Held::captured).sum(),
            held.values().stream().mapToLong(Held::refunded).sum(),
            confirmed.size(),
            confirmed.stream().mapToLong(RecordedOrder::total).sum());
  }
}
