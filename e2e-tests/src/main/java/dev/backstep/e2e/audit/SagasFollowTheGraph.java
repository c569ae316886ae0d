package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Section 3: forward in the declared order, then back in reverse, and never forward again. */
final class SagasFollowTheGraph implements Invariant {
  private static final Pattern PATH = Pattern.compile(CheckoutGraph.path());

  private static final String PATHS =
      """
      WITH sent AS (
        SELECT l.saga_id, s.command ->> 'command' AS command, min(l.seq * 100 + s.position) AS first
          FROM saga_log l, jsonb_array_elements(l.sent) WITH ORDINALITY AS s(command, position)
         GROUP BY 1, 2)
      SELECT saga_id, string_agg(substr(command, 38) || ' > ', '' ORDER BY first)
        FROM sent GROUP BY saga_id
      """;

  @Override
  public String claim() {
    return "each saga sent its commands in the declared order, and its undos in the reverse";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var evidence = new Evidence();
    var paths =
        Rows.each(
            witnesses.database(Part.SAGA_ORCHESTRATOR),
            PATHS,
            row -> {
              var saga = row.getString(1);
              var sent = row.getString(2);
              if (!PATH.matcher(sent).matches()) {
                evidence.add(() -> "saga %s sent %s".formatted(saga, sent));
              }
            });
    return evidence.finding(paths + " paths");
  }
}
