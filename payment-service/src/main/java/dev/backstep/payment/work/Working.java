package dev.backstep.payment.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of the work queue: a virtual one for each question, two that use the database. */
@Singleton
class Working {
  private static final Duration SAMPLE = Duration.ofSeconds(5);

  /** A commit ends within this time. What is not written by then is asked about again. */
  private static final Duration STOP = Duration.ofSeconds(3);

  private static final int AFTER_THE_MESSAGING = 6_000;
  private static final int BEFORE_THE_MESSAGING_STOPS = 4_000;

  private final WorkParts.Loops loops;
  private final WorkConfig config;
  private final List<Thread> threads = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("payment-metrics").factory());

  Working(WorkParts.Loops loops, WorkConfig config) {
    this.loops = loops;
    this.config = config;
  }

  void onStart(@Observes @Priority(AFTER_THE_MESSAGING) StartupEvent event) {
    threads.add(Thread.ofPlatform().daemon().name("payment-sweeper").start(loops.sweeper()));
    threads.add(Thread.ofPlatform().daemon().name("payment-answers").start(loops.writer()));
    for (int caller = 0; caller < config.inFlight(); caller++) {
      threads.add(Thread.ofVirtual().name("gateway-" + caller).start(loops.caller()));
    }
    var _ =
        timer.scheduleWithFixedDelay(
            loops.metrics()::sample, 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Ends every loop where it is. A question that is cut off, or an answer that is not written, is
   * asked about again with the same key.
   */
  void onStop(@Observes @Priority(BEFORE_THE_MESSAGING_STOPS) ShutdownEvent event)
      throws InterruptedException {
    timer.shutdownNow();
    threads.forEach(Thread::interrupt);
    for (var thread : threads) {
      thread.join(STOP);
    }
  }
}
