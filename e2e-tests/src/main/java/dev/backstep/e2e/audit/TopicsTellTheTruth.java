package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Section 5: published if and only if committed. */
final class TopicsTellTheTruth implements Invariant {
  /** What an operator sends again is told by the dead letter, whoever wrote it first. */
  private static final String SENT_AGAIN = "SELECT message_id FROM dead_letter WHERE replays > 0";

  @Override
  public String claim() {
    return "nothing was told that no database knows of";
  }

  /**
   * Topics first: what they tell was committed before. What must have been told explains nearly all
   * of it; everything that may have been is a multiple of that, and looked at for what is left.
   */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var published = witnesses.published();
    var untrue = new HashMap<String, Set<String>>();
    for (var fact : Fact.all()) {
      untrue.computeIfAbsent(fact.topic(), topic -> new HashSet<>(published.ids(topic)));
    }
    explain(untrue, witnesses, fact -> fact.must(published.since()));
    explain(untrue, witnesses, fact -> Optional.of(fact.may()));
    var again = Rows.sentences(witnesses.database(Part.SAGA_ORCHESTRATOR), SENT_AGAIN);
    untrue.values().forEach(ids -> again.forEach(ids::remove));
    var evidence = untrue.entrySet().stream().flatMap(TopicsTellTheTruth::sentences).toList();
    return Finding.of(published.records() + " records", evidence);
  }

  private static void explain(
      Map<String, Set<String>> untrue, Witnesses witnesses, Function<Fact, Optional<String>> ids)
      throws SQLException {
    for (var fact : Fact.all()) {
      var left = untrue.getOrDefault(fact.topic(), Set.of());
      var sql = ids.apply(fact);
      if (!left.isEmpty() && sql.isPresent()) {
        Rows.each(
            witnesses.database(fact.service()),
            sql.orElseThrow(),
            row -> left.remove(row.getString(1)));
      }
    }
  }

  private static Stream<String> sentences(Map.Entry<String, Set<String>> topic) {
    return topic.getValue().stream()
        .map(id -> "%s on %s tells of nothing".formatted(id, topic.getKey()));
  }
}
