package dev.backstep.e2e.shop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives a program that is ended by Ctrl-C the time to say what it knows. */
final class Interruption implements AutoCloseable {
  /** A table is printed in no time; nobody waits longer after a Ctrl-C. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  private Interruption(Runnable stop) {
    this.hook = new Thread(() -> run(stop), "interruption");
  }

  /** Calls that when the process is asked to end before {@link #close}. */
  static Interruption by(Runnable stop) {
    var interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void run(Runnable stop) {
    happened = true;
    stop.run();
    try {
      if (!said.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(130);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    said.countDown();
    if (!happened) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
