package dev.backstep.reads.memory;

import dev.backstep.reads.pace.WatchPace;

/**
 * Looks at Redis at a steady pace while somebody reads or Redis is in trouble, and seldom at rest.
 * On a thread of its own, which waits for nothing else: who has not looked for a moment believes
 * Redis no longer, and sends its readers to the primary. So do the first readers after a rest, for
 * a second.
 */
public final class Looks implements Runnable {
  private final Marks marks;
  private final WatchPace pace;
  private volatile boolean stopping;

  /** Looks for these marks. */
  public Looks(Marks marks) {
    this.marks = marks;
    this.pace = marks.pace();
  }

  /** Begins as if somebody had read: the first readers of a process need not wait for that. */
  @Override
  public void run() {
    pace.wanted();
    while (!stopping && !Thread.currentThread().isInterrupted()) {
      runOnce();
      pace.pause();
    }
  }

  /** Looks, and waits for no answer. */
  void runOnce() {
    marks.look();
  }

  /** Ends the loop within a moment: a rest ends at once, a pause between two looks by itself. */
  public void stop() {
    stopping = true;
    pace.wake();
  }
}
