package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;

/** Section 12: nobody waits for a saga that nobody drives. */
final class NoSagaOverdue implements Invariant {
  @Override
  public String claim() {
    return "no saga is overdue, and each stuck one says why";
  }

  /** A timer looks every second or so; a saga that is due for longer is driven by nobody. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orchestrator = witnesses.database(Part.SAGA_ORCHESTRATOR);
    var evidence = new ArrayList<String>();
    evidence.addAll(
        Rows.sentences(
            orchestrator,
            """
            SELECT format('saga %s is %s and was due at %s', id, state, due_at)
              FROM saga
             WHERE state IN ('RUNNING', 'COMPENSATING')
               AND (due_at IS NULL OR due_at < now() - interval '30 seconds')
             ORDER BY id
            """));
    evidence.addAll(
        Rows.sentences(
            orchestrator,
            """
            SELECT format('saga %s is stuck and does not say why', id)
              FROM saga WHERE state = 'STUCK' AND coalesce(reason, '') = '' ORDER BY id
            """));
    return Finding.of(
        Rows.number(orchestrator, "SELECT count(*) FROM saga WHERE state = 'STUCK'") + " stuck",
        evidence);
  }
}
