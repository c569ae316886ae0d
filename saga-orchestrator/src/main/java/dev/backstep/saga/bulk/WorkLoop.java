package dev.backstep.saga.bulk;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Works bulk runs off until it is interrupted. */
final class WorkLoop implements Runnable {
  /** Between two sagas. */
  static final Duration PACE = Duration.ofSeconds(1).dividedBy(BulkWork.PER_SECOND);

  /** An operator waits no longer for the first. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** A database that just failed is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(WorkLoop.class);

  private final BulkWork work;
  private boolean failing;

  WorkLoop(BulkWork work) {
    this.work = work;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(runOnce());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop; another instance goes on
    }
  }

  /** One saga; returns how long to sleep before the next. */
  Duration runOnce() {
    try {
      var worked = work.runOnce();
      failing = false;
      return worked ? PACE : PAUSE;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf(e, "Bulk runs wait and go on in %d ms", PAUSE_AFTER_FAILURE.toMillis());
      }
      failing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }
}
