package dev.backstep.saga.engine;

import java.time.Duration;

/**
 * Deadlines and pauses of a kind of saga. Deadlines count from the moment a command is published,
 * exact to a tenth of an attempt or 250 ms, whichever is more: a publication that is less late than
 * that is not reported.
 *
 * @param attempt how long one attempt waits for its answer before the command is sent again
 * @param step how long a compensatable step may take over all its attempts
 * @param saga how long the saga may take to reach its pivot
 * @param backoff pauses between attempts of an undo, a pivot or a retriable step
 * @param undoAttempts after so many the saga is stuck, and is retried slowly
 * @param slowRetry the pause between automatic tries of a stuck saga
 * @param absence a timer that fires later than this shows that nobody was there to take answers, so
 *     no step times out for it
 */
public record Policies(
    Duration attempt,
    Duration step,
    Duration saga,
    Backoff backoff,
    int undoAttempts,
    Duration slowRetry,
    Duration absence) {
  /** Three times the slowest participant seen (a gateway that answers after 3 s). */
  public static final Duration ATTEMPT = Duration.ofSeconds(10);

  /** Three attempts. */
  public static final Duration STEP = Duration.ofSeconds(30);

  /** A shopper has left by then. */
  public static final Duration SAGA = Duration.ofMinutes(5);

  /** About three minutes of trying with the default backoff and attempt. */
  public static final int UNDO_ATTEMPTS = 8;

  /** Often enough to heal soon after a repair, rare enough not to drown the log. */
  public static final Duration SLOW_RETRY = Duration.ofSeconds(60);

  /** Far above a late tick, below the shortest deadline. */
  public static final Duration ABSENCE = Duration.ofSeconds(5);

  /** Refuses durations and counts that are not positive. */
  public Policies {
    if (!isPositive(attempt)
        || !isPositive(step)
        || !isPositive(saga)
        || !isPositive(slowRetry)
        || !isPositive(absence)
        || undoAttempts < 1) {
      throw new IllegalArgumentException("every deadline, pause and count is positive");
    }
  }

  /** What production uses. */
  public static Policies defaults() {
    return new Policies(
        ATTEMPT, STEP, SAGA, Backoff.defaults(), UNDO_ATTEMPTS, SLOW_RETRY, ABSENCE);
  }

  private static boolean isPositive(Duration duration) {
    return duration.isPositive();
  }
}
