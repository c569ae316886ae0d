package dev.backstep.messaging.relay;

import dev.backstep.messaging.pacing.Pacing;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Runs the relay until it is interrupted: at once after each commit, and now and then in case a
 * wake-up was lost.
 */
public final class RelayLoop implements Runnable {
  /**
   * The safety net: rows of an instance that died between commit and publication wait no longer
   * than this.
   */
  static final Duration POLL = Duration.ofSeconds(2);

  /** The same while there are other instances: they write for our shards, and cannot wake us. */
  static final Duration POLL_SHARED = Duration.ofMillis(50);

  /** A broker or database that just failed is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  private final Relay relay;
  private final ShardLeases leases;
  private final Wakeup wakeup;
  private final LongSupplier nanoTime;
  private boolean failing;

  /**
   * Sleeps on that wake-up between rounds.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public RelayLoop(Relay relay, ShardLeases leases, Wakeup wakeup, LongSupplier nanoTime) {
    this.relay = relay;
    this.leases = leases;
    this.wakeup = wakeup;
    this.nanoTime = nanoTime;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        runOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // asked to stop; what is unpublished stays in the outbox
    } finally {
      leave();
    }
  }

  /** Whoever takes over is spared what was published already. */
  private void leave() {
    boolean interrupted = Thread.interrupted(); // else no connection could be had
    try {
      relay.removePublished();
    } catch (RuntimeException e) {
      LOG.debugf(e, "the last messages will be published again");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round and the wait after it. */
  void runOnce() throws InterruptedException {
    var start = nanoTime.getAsLong();
    switch (round()) {
      case Relay.Round(_, var failed, _) when failed > 0 -> wakeup.await(PAUSE_AFTER_FAILURE);
      case Relay.Round(var published, _, var full) -> {
        if (published > 0) {
          Thread.sleep(Pacing.rest(published, Duration.ofNanos(nanoTime.getAsLong() - start)));
        }
        if (!full) {
          wakeup.await(idle());
        }
      }
    }
  }

  private Duration idle() {
    if (leases.shared()) {
      return POLL_SHARED;
    }
    return relay.hasPublished() ? Relay.REMOVAL : POLL;
  }

  private Relay.Round round() throws InterruptedException {
    try {
      var round = relay.runOnce();
      report(round.failed() > 0, "the broker did not acknowledge");
      return round;
    } catch (RuntimeException e) {
      report(true, String.valueOf(e.getMessage()));
      return new Relay.Round(0, 1, false);
    }
  }

  private void report(boolean failed, String why) {
    if (failed && !failing) {
      LOG.warnf(
          "The outbox waits: %s. Trying again every %d ms.", why, PAUSE_AFTER_FAILURE.toMillis());
    } else if (!failed && failing) {
      LOG.info("The outbox moves again.");
    }
    failing = failed;
  }
}
