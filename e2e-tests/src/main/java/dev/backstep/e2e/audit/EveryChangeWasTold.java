package dev.backstep.e2e.audit;

import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Section 5: each outbox row was on its topic at least once. Rows are gone; what they told stays.
 */
final class EveryChangeWasTold implements Invariant {
  @Override
  public String claim() {
    return "at rest, every change in a database that is to be told is on its topic";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var published = witnesses.published();
    var evidence = new ArrayList<String>();
    long facts = 0;
    for (var fact : Fact.all()) {
      var told = published.ids(fact.topic());
      var ids = Rows.sentences(witnesses.database(fact.service()), fact.must());
      facts += ids.size();
      ids.stream()
          .filter(id -> !told.contains(id))
          .map(id -> "%s was never on %s".formatted(id, fact.topic()))
          .forEach(evidence::add);
    }
    return Finding.of("%d changes, %d records".formatted(facts, published.records()), evidence);
  }
}
