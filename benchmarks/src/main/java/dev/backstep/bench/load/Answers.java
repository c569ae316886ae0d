package dev.backstep.bench.load;

/**
 * How the requests of a round were answered.
 *
 * @param accepted 202: the order is recorded
 * @param busy 429 or 503 with {@code Retry-After}: politely turned away
 * @param rude 429 or 503 without it
 * @param failed any other answer
 * @param unanswered connection refused or lost, or no answer in time
 */
public record Answers(long accepted, long busy, long rude, long failed, long unanswered) {
  /** How many requests came to an end. */
  public long all() {
    return accepted + busy + rude + failed + unanswered;
  }

  /** Turned away early, in whatever manner. */
  public long turnedAway() {
    return busy + rude;
  }

  /** What no load excuses. */
  public long errors() {
    return failed + unanswered;
  }
}
