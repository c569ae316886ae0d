package dev.backstep.e2e.audit;

import dev.backstep.e2e.audit.RecordedOrder.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every order is carried by its saga, and both agree on how it ended. */
final class SagasMatchOrders implements Invariant {
  @Override
  public String claim() {
    return "each saga has its order, each order ends as its saga does, and at rest has one";
  }

  /** Sagas first: an order is recorded before its saga, and final before its saga is. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var sagas = SagaRow.all(witnesses);
    var orders = RecordedOrder.byId(witnesses);
    var evidence = new ArrayList<String>();
    for (var saga : sagas) {
      evidence.addAll(unlessConsistent(saga, orders, strength));
    }
    if (strength == Strength.AT_REST) {
      evidence.addAll(withoutSaga(sagas, orders));
    }
    return Finding.of("%d sagas, %d orders".formatted(sagas.size(), orders.size()), evidence);
  }

  private static List<String> unlessConsistent(
      SagaRow saga, Map<UUID, RecordedOrder> orders, Strength strength) {
    var order = orders.get(saga.order());
    if (order == null || !order.saga().equals(saga.id())) {
      return List.of(
          "saga %s is about order %s, which has none or another"
              .formatted(saga.id(), saga.order()));
    }
    return allowed(saga.state(), strength).contains(order.status())
        ? List.of()
        : List.of(
            "saga %s is %s, its order %s is %s"
                .formatted(saga.id(), saga.state(), order.id(), order.status()));
  }

  private static Set<Status> allowed(SagaRow.State state, Strength strength) {
    return switch (state) {
      case COMPLETED -> EnumSet.of(Status.CONFIRMED);
      case COMPENSATED -> EnumSet.of(Status.REJECTED, Status.CANCELLED);
      case STUCK, RESOLVED -> EnumSet.allOf(Status.class);
      case RUNNING, COMPENSATING ->
          strength == Strength.RUNNING ? EnumSet.allOf(Status.class) : EnumSet.noneOf(Status.class);
    };
  }

  private static List<String> withoutSaga(List<SagaRow> sagas, Map<UUID, RecordedOrder> orders) {
    var carried = new HashSet<UUID>();
    sagas.forEach(saga -> carried.add(saga.order()));
    return orders.keySet().stream()
        .filter(id -> !carried.contains(id))
        .map("order %s has no saga"::formatted)
        .toList();
  }
}
