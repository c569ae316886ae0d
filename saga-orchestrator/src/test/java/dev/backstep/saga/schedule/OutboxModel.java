package dev.backstep.saga.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The outbox of one service with the lease on it: one shard, for shards never meet. Differs from
 * the real one in that a lease is taken over at any time, not only when it ran out: so also when
 * its holder was paused between looking at the clock and acting.
 */
final class OutboxModel {
  record Row(long id, Letter letter, Instant at) {}

  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private final List<Letter> everWritten = new ArrayList<>();
  private long next = 1;
  private long epoch;

  /** In the transaction of whoever calls. */
  void append(Letter letter, Instant now) {
    rows.put(next, new Row(next, letter, now));
    everWritten.add(letter);
    next++;
  }

  /** Ends every earlier lease. */
  long takeOver() {
    return ++epoch;
  }

  List<Row> oldest(int atMost) {
    return rows.values().stream().limit(atMost).toList();
  }

  /** Fenced: a relay whose lease was taken over removes nothing. */
  boolean remove(long lease, Collection<Row> published) {
    if (lease != epoch) {
      return false;
    }
    published.forEach(row -> rows.remove(row.id));
    return true;
  }

  boolean holds(String id) {
    return rows.values().stream().anyMatch(row -> row.letter.id().equals(id));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<Letter> everWritten() {
    return everWritten;
  }
}
