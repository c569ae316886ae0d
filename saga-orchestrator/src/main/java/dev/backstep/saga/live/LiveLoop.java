package dev.backstep.saga.live;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.saga.live.LiveEvent.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Looks as long as somebody watches. */
final class LiveLoop implements Runnable {
  /** What is shown is at most a second old: this, and the time to show it. */
  static final Duration PACE = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(LiveLoop.class);

  private final Lookout lookout;
  private final InstantSource time;
  private final Consumer<LiveEvent> watchers;
  private final BooleanSupplier watched;
  private Instant seen = Instant.EPOCH;
  private boolean begun;

  LiveLoop(
      Lookout lookout, InstantSource time, Consumer<LiveEvent> watchers, BooleanSupplier watched) {
    this.lookout = lookout;
    this.time = time;
    this.watchers = watchers;
    this.watched = watched;
  }

  @Override
  public void run() {
    try {
      while (watched.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
        runOnce();
        Thread.sleep(PACE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // asked to stop; watchers connect to another instance
    }
  }

  /** One look. */
  void runOnce() {
    try {
      var quiet = look();
      seen = time.instant();
      if (quiet) {
        pulse(true);
      }
    } catch (TransactionFailedException e) {
      LOG.debugf(e, "no look at the database; watchers are told");
      pulse(false);
    }
  }

  /** Whether nobody was told anything. */
  private boolean look() {
    if (!begun) {
      lookout.begin();
      begun = true;
      return true;
    }
    var event = lookout.look();
    if (!event.isEmpty()) {
      watchers.accept(event);
    }
    return event.isEmpty();
  }

  /** Without a change, a sign of life after each look: how old a page is shows at once. */
  private void pulse(boolean database) {
    var now = time.instant();
    watchers.accept(new Pulse(now, behind(now), database));
  }

  private long behind(Instant now) {
    return seen.equals(Instant.EPOCH) ? 0 : Duration.between(seen, now).toMillis();
  }
}
