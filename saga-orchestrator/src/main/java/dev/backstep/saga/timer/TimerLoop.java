package dev.backstep.saga.timer;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Runs the timer until it is interrupted. */
final class TimerLoop implements Runnable {
  /** A database that just failed is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(TimerLoop.class);

  private final Timer timer;
  private boolean failing;

  TimerLoop(Timer timer) {
    this.timer = timer;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(runOnce());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop; what is due stays due
    }
  }

  /** One batch; returns how long to sleep before the next. */
  Duration runOnce() {
    try {
      var sleep = timer.runOnce();
      if (failing) {
        LOG.info("The timer runs again.");
      }
      failing = false;
      return sleep;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf(e, "The timer waits and tries again every %d ms", PAUSE_AFTER_FAILURE.toMillis());
      }
      failing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }
}
