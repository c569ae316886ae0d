package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Section 3: what a failed saga has done it has undone; what a good one has done stays. */
final class UndoneInFull implements Invariant {
  private static final Set<String> NOTHING_LEFT = Set.of("undone", "refused", "tombstone");

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
    var done = new StepSet();
    var left = new StepSet();
    for (Part service : Part.services()) {
      Rows.each(
          witnesses.database(service),
          "SELECT saga_id, step, state FROM barrier",
          row ->
              (NOTHING_LEFT.contains(row.getString(3)) ? left : done)
                  .add(row.getObject(1, UUID.class), row.getString(2)));
    }
    var evidence = new ArrayList<String>();
    var sagas = SagaRow.all(witnesses);
    for (var saga : sagas) {
      evidence.addAll(against(saga, done, left));
    }
    return Finding.of(sagas.size() + " sagas", evidence);
  }

  private static List<String> against(SagaRow saga, StepSet done, StepSet left) {
    return switch (saga.state()) {
      case COMPLETED ->
          CheckoutGraph.all().stream()
              .filter(step -> !done.contains(saga.id(), step.name()))
              .map(step -> "saga %s is COMPLETED without %s".formatted(saga.id(), step.name()))
              .toList();
      case COMPENSATED ->
          done.of(saga.id()).isEmpty() && left.contains(saga.id(), "order")
              ? List.of()
              : List.of(
                  "saga %s is COMPENSATED, still done: %s"
                      .formatted(saga.id(), done.of(saga.id())));
      case RUNNING, COMPENSATING, STUCK, RESOLVED -> List.of();
    };
  }
}
