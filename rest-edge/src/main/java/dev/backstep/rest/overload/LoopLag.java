package dev.backstep.rest.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long what is handed to one event loop waits until it runs. A probe is sent with a request, so
 * a process that nobody asks does nothing for this. For the thread of that loop alone.
 */
final class LoopLag {
  /** What a probe has found counts for so long; a loop may have caught up since. */
  static final Duration RECENT = Duration.ofMillis(500);

  private final LongSupplier nanoTime;
  private boolean underWay;
  private long sent;
  private long arrived;
  private long found;

  /**
   * Of a loop that nobody has asked yet.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  LoopLag(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether a probe is to be sent now: there is one at a time. */
  boolean send() {
    if (underWay) {
      return false;
    }
    underWay = true;
    sent = nanoTime.getAsLong();
    return true;
  }

  /** The probe runs. */
  void arrive() {
    underWay = false;
    arrived = nanoTime.getAsLong();
    found = arrived - sent;
  }

  /** What is known of it now; one that is still under way tells already how late it is. */
  Duration now() {
    long now = nanoTime.getAsLong();
    long last = now - arrived <= RECENT.toNanos() ? found : 0;
    return Duration.ofNanos(underWay ? Math.max(last, now - sent) : last);
  }
}
