package dev.backstep.messaging.pacing;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One round of work after the other, on a thread of its own, until it is stopped. After a failure
 * it pauses and goes on; an outage is told when it begins and when it is over, not in each round.
 */
public final class Rounds {
  /**
   * A round ends well within this time; a daemon that does not is left to the end of the process.
   */
  static final Duration STOP = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final String name;
  private final Duration pauseAfterFailure;
  private final Round round;
  private boolean failing;
  private @Nullable Thread thread;

  /** Some work that can be done again and again. */
  @FunctionalInterface
  public interface Round {
    /** Works once; returns how long to sleep before the next round. */
    Duration runOnce() throws InterruptedException;
  }

  /**
   * Rounds that have not begun.
   *
   * @param name of the thread, and of what waits, in the log
   * @param pauseAfterFailure a database that just failed is left alone for so long
   */
  public Rounds(String name, Duration pauseAfterFailure, Round round) {
    this.name = name;
    this.pauseAfterFailure = pauseAfterFailure;
    this.round = round;
  }

  /** Begins, once. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Interrupts the round under way, and waits for its end, a few seconds at most. */
  public void stop() throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP.toMillis());
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(runOnce());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop; what is left, another instance does
    }
  }

  /** One round; returns how long to sleep before the next, whatever became of it. */
  Duration runOnce() throws InterruptedException {
    try {
      var sleep = round.runOnce();
      report(null);
      return sleep;
    } catch (RuntimeException e) {
      report(e);
      return pauseAfterFailure;
    }
  }

  private void report(@Nullable RuntimeException failure) {
    if (failure != null && !failing) {
      LOG.warnf(
          failure, "%s waits and tries again every %d ms", name, pauseAfterFailure.toMillis());
    } else if (failure == null && failing) {
      LOG.infof("%s goes on", name);
    }
    failing = failure != null;
  }
}
