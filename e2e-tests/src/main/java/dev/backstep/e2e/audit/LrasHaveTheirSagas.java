package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;

/** Long running actions: nobody waits for an end that nobody will tell. */
final class LrasHaveTheirSagas implements Invariant {
  private static final String PARTICIPANTS =
      """
      SELECT p.saga_id || ' ' || p.lra FROM lra_participant p JOIN orders o ON o.saga_id = p.saga_id
       ORDER BY 1
      """;
  private static final String SAGAS =
      "SELECT id || ' ' || (data ->> 'lra') FROM saga WHERE data ->> 'lra' IS NOT NULL ORDER BY 1";
  private static final String WAITING =
      """
      SELECT p.saga_id || ' ' || substring(p.lra from '[^/]*$')
        FROM lra_participant p JOIN orders o ON o.saga_id = p.saga_id
       WHERE p.asked IS NULL ORDER BY 1
      """;
  private static final String LEFT_OPEN =
      """
      SELECT format('saga %s is %s, and left %s open', a.saga_id, coalesce(s.state, 'missing'), a.lra)
        FROM lra_attempt a LEFT JOIN saga s ON s.id = a.saga_id
       WHERE a.ended IS NULL AND coalesce(s.state, 'RESOLVED') IN ('COMPLETED', 'COMPENSATED', 'RESOLVED')
       ORDER BY 1
      """;
  private static final String STORE = "SELECT count(to_regclass('action_jbosststxtable'))";
  private static final String OPEN =
      """
      SELECT DISTINCT replace(uidstring, ':', '_') FROM action_jbosststxtable
       WHERE typename LIKE '%LongRunningAction%'
      """;

  @Override
  public String claim() {
    return "at rest, each order of an LRA has a saga of that LRA, and waits only for one that is open;"
        + " no saga that is over has left an LRA of its own open";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var participants = Rows.sentences(witnesses.database(Part.ORDER_SERVICE), PARTICIPANTS);
    var sagas = Rows.sentences(witnesses.database(Part.SAGA_ORCHESTRATOR), SAGAS);
    var evidence = new ArrayList<String>();
    participants.stream()
        .filter(each -> !sagas.contains(each))
        .map("no saga is of that LRA: %s"::formatted)
        .forEach(evidence::add);
    sagas.stream()
        .filter(each -> !participants.contains(each))
        .map("this saga has not joined its LRA: %s"::formatted)
        .forEach(evidence::add);
    var waiting = Rows.sentences(witnesses.database(Part.ORDER_SERVICE), WAITING);
    var open = new HashSet<String>();
    if (!waiting.isEmpty() && hasStore(witnesses)) {
      open.addAll(Rows.sentences(witnesses.database(Part.LRA_COORDINATOR), OPEN));
    }
    waiting.stream()
        .filter(each -> !open.contains(each.substring(each.indexOf(' ') + 1)))
        .map("this saga waits for an LRA that is not open: %s"::formatted)
        .forEach(evidence::add);
    evidence.addAll(Rows.sentences(witnesses.database(Part.SAGA_ORCHESTRATOR), LEFT_OPEN));
    return Finding.of(
        "%d orders in LRAs, %d of them open".formatted(participants.size(), waiting.size()),
        evidence);
  }

  private static boolean hasStore(Witnesses witnesses) throws SQLException {
    return Rows.number(witnesses.database(Part.LRA_COORDINATOR), STORE) > 0;
  }
}
