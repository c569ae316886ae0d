package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A saga as the orchestrator recorded it. */
record SagaRow(UUID id, UUID order, State state) {
  /** How many sagas will move by themselves soon. */
  static final String MOVING =
      "SELECT count(*) FROM saga WHERE state IN ('RUNNING', 'COMPENSATING')";

  /** As in the design. */
  enum State {
    RUNNING,
    COMPENSATING,
    COMPLETED,
    COMPENSATED,
    STUCK,
    RESOLVED
  }

  static List<SagaRow> all(Witnesses witnesses) throws SQLException {
    return Rows.of(
        witnesses.database(Part.SAGA_ORCHESTRATOR),
        "SELECT id, business_key, state FROM saga ORDER BY id",
        row ->
            new SagaRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                State.valueOf(row.getString(3))));
  }
}
