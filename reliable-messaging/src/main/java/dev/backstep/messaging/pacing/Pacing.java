package dev.backstep.messaging.pacing;

import java.time.Duration;

/**
 * Decides how long a loop rests after a batch. A batch costs some milliseconds whatever is in it,
 * so when messages queue anyway, a short rest lets the next batch grow: fewer transactions,
 * statements and fetches for the same messages. A loop rests after its work is done and told, so
 * the message that it has just handled never waits; the next one does, for as long as the work
 * took. So no loop takes more than half of a processor until a batch takes longer than its rest.
 */
public final class Pacing {
  /** So many at once means that messages wait for the loop, not the loop for messages. */
  public static final int CROWDED = 8;

  /** The most that a rest adds to the latency of a hop, and only under load. */
  public static final Duration LONGEST_REST = Duration.ofMillis(15);

  /** After each batch of what nobody waits for: enough to be told 25 times a second. */
  public static final Duration UNAWAITED_REST = Duration.ofMillis(40);

  /** So many at once means that several people wait for the same loop. */
  public static final int COMPANY = 3;

  /** The most that a rest adds while messages come singly, or somebody waits for an answer. */
  public static final Duration LONGEST_SHORT_REST = Duration.ofMillis(3);

  /** Where several people wait for one loop, it rests twice as long as it works. */
  static final int REST_PER_WORK = 2;

  private Pacing() {}

  /** How long to rest after a batch of so many messages that took that long. */
  public static Duration rest(int messages, Duration worked) {
    return shortest(worked, messages < CROWDED ? LONGEST_SHORT_REST : LONGEST_REST);
  }

  /** The same for a loop whose callers wait: it sees company earlier, and rests less. */
  public static Duration shortRest(int callers, Duration worked) {
    return callers < COMPANY
        ? Duration.ZERO
        : shortest(worked.multipliedBy(REST_PER_WORK), LONGEST_SHORT_REST);
  }

  private static Duration shortest(Duration rest, Duration longest) {
    return rest.compareTo(longest) < 0 ? rest : longest;
  }
}
