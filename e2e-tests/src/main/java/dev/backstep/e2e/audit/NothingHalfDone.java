package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;

/** Section 6: at rest every command that came in was answered. */
final class NothingHalfDone implements Invariant {
  @Override
  public String claim() {
    return "at rest, no participant owes an answer";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var evidence = new ArrayList<String>();
    long answered = 0;
    for (Part service : Part.services()) {
      Rows.sentences(
              witnesses.database(service),
              """
              SELECT format('step %s of saga %s is %s', step, saga_id, state)
                FROM barrier WHERE state IN ('doing', 'undoing') ORDER BY saga_id, step
              """)
          .forEach(row -> evidence.add(service.label() + ": " + row));
      answered += Rows.number(witnesses.database(service), "SELECT count(*) FROM barrier");
    }
    return Finding.of(answered + " steps answered", evidence);
  }
}
