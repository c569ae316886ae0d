package dev.backstep.reads.memory;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks at Redis at a steady pace. On a thread of its own, which waits for nothing else: who has
 * not looked for a moment believes Redis no longer, and sends its readers to the primary.
 */
public final class Looks implements Runnable {
  private final Marks marks;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Looks for these marks. */
  public Looks(Marks marks) {
    this.marks = marks;
  }

  @Override
  public void run() {
    try {
      do {
        runOnce();
      } while (!stopped.await(RedisLink.BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the process ends
    }
  }

  /** Looks, and waits for no answer. */
  void runOnce() {
    marks.look();
  }

  /** Ends the loop at once. */
  public void stop() {
    stopped.countDown();
  }
}
