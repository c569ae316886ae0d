package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long running actions: what was answered for good is how the saga ended. */
final class SagasEndAsTheirLras implements Invariant {
  private record Joined(UUID saga, String asked, @Nullable String told) {}

  @Override
  public String claim() {
    return "at rest, no saga contradicts how its LRA ended, nor what its coordinator was told";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var ended =
        Rows.of(
            witnesses.database(Part.ORDER_SERVICE),
            """
            SELECT p.saga_id, p.asked, p.told FROM lra_participant p JOIN orders o ON o.saga_id = p.saga_id
             WHERE p.asked IS NOT NULL ORDER BY p.saga_id
            """,
            row -> new Joined(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
    var states = new HashMap<UUID, SagaRow.State>();
    SagaRow.all(witnesses).forEach(saga -> states.put(saga.id(), saga.state()));
    var evidence = new ArrayList<String>();
    for (var joined : ended) {
      if (contradicts(joined, states)) {
        evidence.add(
            "saga %s is %s; its LRA said %s and was told %s"
                .formatted(joined.saga, states.get(joined.saga), joined.asked, joined.told));
      }
    }
    return Finding.of(ended.size() + " ended LRAs", evidence);
  }

  private static boolean contradicts(Joined joined, Map<UUID, SagaRow.State> states) {
    return switch (states.getOrDefault(joined.saga, SagaRow.State.RUNNING)) {
      case COMPLETED -> joined.asked.equals("compensate") || "FailedToComplete".equals(joined.told);
      case COMPENSATED ->
          "Completed".equals(joined.told) || "FailedToCompensate".equals(joined.told);
      case STUCK, RESOLVED -> "Compensated".equals(joined.told);
      case RUNNING, COMPENSATING -> true;
    };
  }
}
