package dev.backstep.e2e.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was ever published, as far as the topics remember: the first record of each id, and all
 * replies in their order per saga.
 */
public final class Published {
  private final Map<String, Set<String>> ours = new HashMap<>();
  private final Set<String> foreignIds = new HashSet<>();
  private final Set<String> foreignOrigins = new HashSet<>();
  private final List<Told> replies = new ArrayList<>();
  private Optional<Instant> since = Optional.empty();
  private long records;

  /** Exactly those records; nothing was forgotten. */
  public static Published of(Stream<Told> records) {
    var published = new Published();
    records.forEach(published::add);
    return published;
  }

  void add(Told told) {
    records++;
    if (!told.ours()) {
      foreignOrigins.add(told.origin());
      foreignIds.add(told.id());
      return;
    }
    ours.computeIfAbsent(told.topic(), _ -> new HashSet<>()).add(told.id());
    if (told.outcome() != null) {
      replies.add(told);
    }
  }

  /** Of what was begun earlier the topics may have forgotten something. */
  void remembers(Optional<Instant> since) {
    this.since = since;
  }

  /** Since when everything is remembered; empty if from the very first. */
  Optional<Instant> since() {
    return since;
  }

  /** The ids that services put on that topic. */
  Set<String> ids(String topic) {
    return Collections.unmodifiableSet(ours.getOrDefault(topic, Set.of()));
  }

  /** Every reply of a participant, in the order in which the orchestrator gets those of a saga. */
  List<Told> replies() {
    return Collections.unmodifiableList(replies);
  }

  /** Whether somebody else wrote that record. */
  boolean isForeignOrigin(String origin) {
    return foreignOrigins.contains(origin);
  }

  /** Whether somebody else wrote a record of that id. */
  boolean isForeignId(String id) {
    return foreignIds.contains(id);
  }

  long records() {
    return records;
  }
}
