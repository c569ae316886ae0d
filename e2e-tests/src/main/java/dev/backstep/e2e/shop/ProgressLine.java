package dev.backstep.e2e.shop;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells how far it is: one line that changes on a terminal, a line now and then elsewhere. */
final class ProgressLine implements AutoCloseable {
  /** Alive to the eye. */
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);

  /** Readable in a log. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final int orders;
  private final Supplier<List<Purchase>> soFar;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private final Thread thread;

  private ProgressLine(PrintWriter out, int orders, Supplier<List<Purchase>> soFar) {
    this.out = out;
    this.orders = orders;
    this.soFar = soFar;
    this.terminal = isTerminal(System.console());
    this.thread = Thread.ofVirtual().unstarted(this::run);
  }

  static ProgressLine start(PrintWriter out, int orders, Supplier<List<Purchase>> soFar) {
    var line = new ProgressLine(out, orders, soFar);
    line.thread.start();
    return line;
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(terminal ? ON_TERMINAL : ELSEWHERE);
        runOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void runOnce() {
    out.print(terminal ? "\r" + text() + "\033[K" : text() + System.lineSeparator());
    out.flush();
  }

  private String text() {
    var purchases = soFar.get();
    long confirmed =
        purchases.stream().filter(each -> each.ending() instanceof Ending.Confirmed).count();
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%d of %d orders, %d confirmed, %.0f/s"
        .formatted(purchases.size(), orders, confirmed, purchases.size() / seconds);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (terminal) {
      runOnce();
      out.println();
    }
  }
}
