package dev.backstep.bench.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How the copy of a saga differs from the saga: it happened earlier, and so its ids, which are made
 * of their time, are earlier ones.
 *
 * @param period by how much each copy is earlier than the next one; longer than everything that is
 *     copied took together, so that no two ids meet
 */
record Shift(Duration period) {
  private static final int TIME_BITS = 16;
  private static final long TIME_MASK = (1L << 48) - 1;

  /** The same as {@link #of(UUID, long)}, for the database: {@code shifted(id, copy)}. */
  String function() {
    return """
    CREATE OR REPLACE FUNCTION pg_temp.shifted(id uuid, copy bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT (lpad(to_hex((('x' || left(hex, 12))::bit(48)::bigint - copy * %d) & %d), 12, '0') || substr(hex, 13))::uuid
        FROM (SELECT replace(id::text, '-', '') AS hex) AS digits
    $$
    """
        .formatted(period.toMillis(), TIME_MASK);
  }

  UUID of(UUID id, long copy) {
    long time = id.getMostSignificantBits() >>> TIME_BITS;
    long rest = id.getMostSignificantBits() & ((1L << TIME_BITS) - 1);
    long earlier = (time - copy * period.toMillis()) & TIME_MASK;
    return new UUID(earlier << TIME_BITS | rest, id.getLeastSignificantBits());
  }

  Instant of(Instant at, long copy) {
    return at.minus(period.multipliedBy(copy));
  }

  /** What tells a copy's text from the original where no two may be equal. */
  static String mark(long copy) {
    return "-" + copy;
  }
}
