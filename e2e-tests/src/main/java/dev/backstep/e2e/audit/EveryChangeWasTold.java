package dev.backstep.e2e.audit;

import java.sql.SQLException;
import java.util.Set;

/**
 * Section 5: each outbox row was on its topic at least once. Rows are gone; what they told stays,
 * until a topic forgets: of sagas that began earlier than it remembers nothing is asked.
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
    var evidence = new Evidence();
    long facts = 0;
    for (var fact : Fact.all()) {
      var must = fact.must(published.since());
      if (must.isPresent()) {
        var told = published.ids(fact.topic());
        facts +=
            Rows.each(
                witnesses.database(fact.service()),
                must.orElseThrow(),
                row -> look(fact.topic(), row.getString(1), told, evidence));
      }
    }
    return evidence.finding(figures(facts, published));
  }

  private static void look(String topic, String id, Set<String> told, Evidence evidence) {
    if (!told.contains(id)) {
      evidence.add(() -> "%s was never on %s".formatted(id, topic));
    }
  }

  private static String figures(long facts, Published published) {
    return "%d changes%s, %d records"
        .formatted(
            facts,
            published.since().map(" of what was begun since %s"::formatted).orElse(""),
            published.records());
  }
}
