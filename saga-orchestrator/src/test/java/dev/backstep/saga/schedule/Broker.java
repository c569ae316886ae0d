package dev.backstep.saga.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Topics of two partitions. A record that was appended stays; what a consumer makes of it may be
 * spoilt: lost, or unreadable.
 */
final class Broker {
  static final int PARTITIONS = 2;

  record Place(String topic, int partition) {}

  /** A record, and what happened to its bytes. */
  static final class Entry {
    final Letter letter;
    boolean lost;
    boolean garbled;

    Entry(Letter letter) {
      this.letter = letter;
    }
  }

  private final Map<Place, List<Entry>> records = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  void append(Letter letter) {
    at(new Place(letter.topic(), partition(letter.key()))).add(new Entry(letter));
    seen.add(letter.topic() + " " + letter.id());
  }

  List<Entry> at(Place place) {
    return records.computeIfAbsent(place, _ -> new ArrayList<>());
  }

  /** Every record of the topics that are not in use by a consumer yet, too. */
  List<Entry> all() {
    return records.values().stream().flatMap(List::stream).toList();
  }

  boolean hasSeen(Letter letter) {
    return seen.contains(letter.topic() + " " + letter.id());
  }

  private static int partition(UUID key) {
    return Math.floorMod(key.hashCode(), PARTITIONS);
  }
}
