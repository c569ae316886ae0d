package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * When the primary was where, as far back as is of interest: tells by how much time, not by how
 * many bytes, a replica is behind. Used by one thread.
 */
final class PrimaryLog {
  /** A replica further behind than this is simply behind. */
  static final Duration HORIZON = Duration.ofMinutes(1);

  private final ArrayDeque<Seen> seen = new ArrayDeque<>();

  void add(Position position, Instant at) {
    var last = seen.peekLast();
    if (last == null || !last.position().equals(position)) {
      seen.addLast(new Seen(position, at));
    }
    while (seen.size() > 1 && seen.getFirst().at().isBefore(at.minus(HORIZON))) {
      seen.removeFirst();
    }
  }

  /** How long ago the primary went beyond that position; zero if it has not, as far as we saw. */
  Duration delayOf(Position replayed, Instant now) {
    return seen.stream()
        .filter(it -> !replayed.covers(it.position()))
        .findFirst()
        .map(it -> Duration.between(it.at(), now))
        .orElse(Duration.ZERO);
  }

  private record Seen(Position position, Instant at) {}
}
