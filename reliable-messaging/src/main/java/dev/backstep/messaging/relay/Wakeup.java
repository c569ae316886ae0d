package dev.backstep.messaging.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a loop sleep until there is work, or until it should look by itself. Signals given while it
 * works are kept.
 */
public final class Wakeup {
  private final Semaphore signals = new Semaphore(0);

  /** Wakes the loop now, or spares it its next sleep. Cheap; any thread. */
  public void signal() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }

  /** Sleeps until the next signal, at most that long. */
  public void await(Duration atMost) throws InterruptedException {
    if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
  }
}
