package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;

/** Section 12: every outbox row is published. */
final class OutboxesEmpty implements Invariant {
  @Override
  public String claim() {
    return "at rest, every outbox is empty";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var evidence = new ArrayList<String>();
    for (Part service : Part.services()) {
      Rows.sentences(
              witnesses.database(service),
              "SELECT format('%s for %s since %s', type, topic, created_at) FROM outbox ORDER BY id")
          .forEach(row -> evidence.add(service.label() + " has not published " + row));
    }
    return Finding.of("4 outboxes", evidence);
  }
}
