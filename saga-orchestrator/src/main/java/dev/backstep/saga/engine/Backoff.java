package dev.backstep.saga.engine;

import dev.backstep.contracts.CommandId;
import java.time.Duration;

/**
 * Pauses that double up to a bound, spread by a jitter of up to half their length. The jitter is
 * computed from the command and the attempt, so that the same decision comes out again when a log
 * is read back.
 */
public record Backoff(Duration first, Duration longest) {
  /** A hiccup of a database is over by then. */
  public static final Duration FIRST = Duration.ofSeconds(1);

  /** Longer pauses would only delay the recovery. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int MAX_DOUBLINGS = 20;
  private static final int JITTER_STEPS = 1_000;

  /** Refuses a first pause that is not positive or exceeds the longest. */
  public Backoff {
    if (!first.isPositive() || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException("the first pause is positive and at most the longest");
    }
  }

  /** 1 s, doubled up to 30 s. */
  public static Backoff defaults() {
    return new Backoff(FIRST, LONGEST);
  }

  /** The pause after that try of that command; tries count from 1. */
  Duration after(CommandId command, int tries) {
    var doubled = first.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
    var full = doubled.compareTo(longest) > 0 ? longest : doubled;
    var half = full.dividedBy(2);
    return half.plus(half.multipliedBy(jitter(command, tries)).dividedBy(JITTER_STEPS));
  }

  private static int jitter(CommandId command, int tries) {
    var saga = command.saga();
    long seed = saga.getMostSignificantBits() ^ saga.getLeastSignificantBits();
    long spread = (seed + 31L * command.step().hashCode() + tries) * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(spread >>> 20, (long) JITTER_STEPS);
  }
}
