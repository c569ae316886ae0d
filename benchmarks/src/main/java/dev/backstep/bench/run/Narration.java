package dev.backstep.bench.run;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells whoever waits what is being done. */
public final class Narration {
  private final PrintWriter out;
  private final long begin = System.nanoTime();

  /** Beside the table, not in it. */
  public Narration(PrintWriter out) {
    this.out = out;
  }

  /** One line, with the time since the begin. */
  public void say(String what) {
    var elapsed = Duration.ofNanos(System.nanoTime() - begin);
    out.printf("%4d s  %s%n", elapsed.toSeconds(), what);
    out.flush();
  }
}
