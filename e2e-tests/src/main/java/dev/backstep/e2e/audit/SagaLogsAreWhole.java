package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;

/** Section 12: the log is the truth about a saga, so none of it may be missing. One statement. */
final class SagaLogsAreWhole implements Invariant {
  @Override
  public String claim() {
    return "the log of each saga counts from 1 to its version without a gap";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var orchestrator = witnesses.database(Part.SAGA_ORCHESTRATOR);
    var evidence =
        Rows.sentences(
            orchestrator,
            """
            SELECT format('saga %s is in version %s, its log has %s entries up to %s',
                          s.id, s.version, count(l.seq), coalesce(max(l.seq), 0))
              FROM saga s LEFT JOIN saga_log l ON l.saga_id = s.id
             GROUP BY s.id
            HAVING count(l.seq) <> s.version OR coalesce(max(l.seq), 0) <> s.version
             ORDER BY s.id
            """);
    return Finding.of(
        Rows.number(orchestrator, "SELECT count(*) FROM saga_log") + " entries", evidence);
  }
}
