package dev.backstep.saga.figures;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Folds until it is interrupted. */
final class FoldLoop implements Runnable {
  /** Figures are this old at most, and folding in pieces of this size costs next to nothing. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** A database that just failed is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(FoldLoop.class);

  private final Fold fold;
  private boolean failing;

  FoldLoop(Fold fold) {
    this.fold = fold;
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

  /** One batch; returns how long to sleep before the next. */
  Duration runOnce() {
    try {
      var more = fold.runOnce();
      if (failing) {
        LOG.info("Figures are folded again.");
      }
      failing = false;
      return more ? Duration.ZERO : PAUSE;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf(e, "Figures wait and are folded again in %d ms", PAUSE_AFTER_FAILURE.toMillis());
      }
      failing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }
}
