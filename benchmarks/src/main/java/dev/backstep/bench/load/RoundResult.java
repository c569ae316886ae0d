package dev.backstep.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What became of a round. Latencies are nanoseconds from when a request was due.
 *
 * @param post to the complete answer of accepted requests
 * @param confirmed until the order was seen to be CONFIRMED
 * @param rejected until the order was seen to be REJECTED
 * @param finishedInTime sagas that were seen to end before the last request was due
 * @param steady sagas that were seen to end each second in the second half of that time, when the
 *     first ones had come through
 * @param backlog accepted orders that were not final when the last request was due
 * @param offering how long requests were due
 * @param draining how long it took from then until nothing was left, or patience was over
 * @param lost accepted orders that were not seen to end even then
 * @param firstFailure what the first failed request met; empty if none failed
 */
public record RoundResult(
    RoundPlan plan,
    Answers answers,
    Histogram post,
    Histogram confirmed,
    Histogram rejected,
    long finishedInTime,
    double steady,
    long backlog,
    Duration offering,
    Duration draining,
    long lost,
    String firstFailure) {
  /** Of what is offered, this much has to be finished while it is offered. */
  private static final double HELD = 0.97;

  /** What is under way at the end may be the work of so many seconds. */
  private static final double BACKLOG_SECONDS = 1;

  private static final double NANOS = 1e9;

  /** Sagas finished each second while requests were due. */
  public double throughput() {
    return finishedInTime / (offering.toNanos() / NANOS);
  }

  /** Accepted sagas each second until the last of them was seen to end. */
  public double endToEnd() {
    return finished() / (offering.plus(draining).toNanos() / NANOS);
  }

  /** Sagas finished in the end. */
  public long finished() {
    return answers.accepted() - lost;
  }

  /** Whether the system bore the rate: it kept up, without an error, a refusal or a loss. */
  public boolean isHeld() {
    double rate = plan.arrivals().perSecond();
    return answers.errors() == 0
        && answers.turnedAway() == 0
        && lost == 0
        && steady >= HELD * rate
        && backlog <= BACKLOG_SECONDS * rate;
  }

  /** Whether it was held, and what was finished and left; what the first failure met, if any. */
  public String inWords() {
    return "%s, %,.0f/s finished, %,d left %s"
        .formatted(isHeld() ? "held" : "not held", throughput(), backlog, firstFailure)
        .stripTrailing();
  }
}
