package dev.backstep.reads.position;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the write-ahead log.
 *
 * @param timeline counts up with each failover; places of different timelines tell nothing of each
 *     other's content, so no replica satisfies a place of another timeline than its own
 * @param lsn bytes since the beginning of that log
 */
public record Position(int timeline, long lsn) implements Comparable<Position> {
  /** On no timeline: what is known to be somewhere, when nobody could say where. */
  public static final Position NOWHERE = new Position(0, 0);

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::timeline).thenComparingLong(Position::lsn);
  private static final int HEX_TIMELINE = 8;
  private static final int HEX = 24;

  /** Refuses what no log has. */
  public Position {
    if (timeline < 0 || lsn < 0) {
      throw new IllegalArgumentException("a timeline and an LSN are not negative");
    }
  }

  /** Whether whoever has replayed this has replayed that too. */
  public boolean covers(Position other) {
    return timeline == other.timeline && lsn >= other.lsn;
  }

  /** The later of both; a later timeline is later than all of an earlier one. */
  public Position max(Position other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** Of fixed length, so that texts compare as the positions do. */
  public String hex() {
    return "%08x%016x".formatted(timeline, lsn);
  }

  /** Reads {@link #hex}; empty for any other text. */
  public static Optional<Position> parse(String hex) {
    try {
      return hex.length() == HEX
          ? Optional.of(
              new Position(
                  Integer.parseInt(hex.substring(0, HEX_TIMELINE), 16),
                  Long.parseLong(hex.substring(HEX_TIMELINE), 16)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
