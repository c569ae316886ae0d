package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Section 5: published if and only if committed. */
final class TopicsTellTheTruth implements Invariant {
  /** What an operator sends again is told by the dead letter, whoever wrote it first. */
  private static final String SENT_AGAIN = "SELECT message_id FROM dead_letter WHERE replays > 0";

  @Override
  public String claim() {
    return "nothing was told that no database knows of";
  }

  /** Topics first: what they tell was committed before. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var untrue = new HashMap<String, Set<String>>();
    var published = witnesses.published();
    for (var fact : Fact.all()) {
      untrue.computeIfAbsent(fact.topic(), topic -> new HashSet<>(published.ids(topic)));
    }
    for (var fact : Fact.all()) {
      Rows.sentences(witnesses.database(fact.service()), fact.may())
          .forEach(untrue.getOrDefault(fact.topic(), Set.of())::remove);
    }
    var again =
        new HashSet<>(Rows.sentences(witnesses.database(Part.SAGA_ORCHESTRATOR), SENT_AGAIN));
    untrue.values().forEach(ids -> ids.removeAll(again));
    var evidence = untrue.entrySet().stream().flatMap(TopicsTellTheTruth::sentences).toList();
    return Finding.of(published.records() + " records", evidence);
  }

  private static Stream<String> sentences(Map.Entry<String, Set<String>> topic) {
    return topic.getValue().stream()
        .map(id -> "%s on %s tells of nothing".formatted(id, topic.getKey()));
  }
}
