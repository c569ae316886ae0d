package dev.backstep.messaging.pacing;

import java.time.Duration;

/**
 * Decides how long a loop rests after a batch. A batch costs some milliseconds whatever is in it,
 * so when messages queue anyway, a short rest lets the next batch grow: fewer transactions,
 * statements and fetches for the same messages. While messages come one by one nobody ever waits.
 */
public final class Pacing {
  /** So many at once means that messages wait for the loop, not the loop for messages. */
  public static final int CROWDED = 8;

  /** The most that a rest adds to the latency of a hop, and only under load. */
  public static final Duration LONGEST_REST = Duration.ofMillis(40);

  /** A crowded loop rests twice as long as it works. */
  static final int REST_PER_WORK = 2;

  private Pacing() {}

  /** How long to rest after a batch of so many messages that took that long. */
  public static Duration rest(int messages, Duration worked) {
    if (messages < CROWDED) {
      return Duration.ZERO;
    }
    var rest = worked.multipliedBy(REST_PER_WORK);
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }
}
