package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Section 3: what a failed saga has done it has undone; what a good one has done stays. */
final class UndoneInFull implements Invariant {
  private static final Set<String> NOTHING_LEFT = Set.of("undone", "refused", "tombstone");

  private record Step(UUID saga, String name, String state) {}

  @Override
  public String claim() {
    return "at rest, a compensated saga has left no step done, and a completed one has done all";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var done = new HashMap<UUID, Set<String>>();
    var left = new HashMap<UUID, Set<String>>();
    for (Part service : Part.services()) {
      for (var step : steps(witnesses, service)) {
        (NOTHING_LEFT.contains(step.state) ? left : done)
            .computeIfAbsent(step.saga, _ -> new HashSet<>())
            .add(step.name);
      }
    }
    var evidence = new ArrayList<String>();
    var sagas = SagaRow.all(witnesses);
    for (var saga : sagas) {
      evidence.addAll(against(saga, done.getOrDefault(saga.id(), Set.of()), left));
    }
    return Finding.of(sagas.size() + " sagas", evidence);
  }

  private static List<String> against(SagaRow saga, Set<String> done, Map<UUID, Set<String>> left) {
    return switch (saga.state()) {
      case COMPLETED ->
          CheckoutGraph.all().stream()
              .filter(step -> !done.contains(step.name()))
              .map(step -> "saga %s is COMPLETED without %s".formatted(saga.id(), step.name()))
              .toList();
      case COMPENSATED ->
          done.isEmpty() && left.getOrDefault(saga.id(), Set.of()).contains("order")
              ? List.of()
              : List.of("saga %s is COMPENSATED, still done: %s".formatted(saga.id(), done));
      case RUNNING, COMPENSATING, STUCK, RESOLVED -> List.of();
    };
  }

  private static List<Step> steps(Witnesses witnesses, Part service) throws SQLException {
    return Rows.of(
        witnesses.database(service),
        "SELECT saga_id, step, state FROM barrier",
        row -> new Step(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
  }
}
