package dev.backstep.order.upkeep;

import dev.backstep.messaging.transaction.TransactionFailedException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that is done once an hour, for the first time an hour after the start: a process that starts
 * has other things to do. When the database fails it is left for the next hour.
 */
public final class Hourly {
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Logger LOG = Logger.getLogger(Hourly.class);

  private final String left;
  private final Runnable work;
  private final ScheduledExecutorService timer;

  /**
   * Work that has not begun.
   *
   * @param name of its thread
   * @param left what stays when it fails, in the log
   */
  public Hourly(String name, String left, Runnable work) {
    this.left = left;
    this.work = work;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Begins, once. */
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::run, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it; what is left, another instance does. */
  public void stop() {
    timer.shutdownNow();
  }

  private void run() {
    try {
      work.run();
    } catch (TransactionFailedException e) {
      LOG.warnf("%s stay for another hour: %s", left, e.getMessage());
    }
  }
}
