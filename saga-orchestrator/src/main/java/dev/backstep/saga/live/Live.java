package dev.backstep.saga.live;

import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Everybody who watches this instance. Without any of them nothing is looked at. */
@Singleton
class Live {
  /** Who cannot keep up is cut off, connects again, and refetches. */
  private static final int BUFFER = 64;

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final Transactions transactions;
  private final InstantSource time;
  private final BroadcastProcessor<LiveEvent> events = BroadcastProcessor.create();
  private int watchers;
  private @Nullable Thread thread;

  Live(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  /** What is new from now on. */
  Multi<LiveEvent> watch() {
    return events
        .onOverflow()
        .buffer(BUFFER)
        .onSubscription()
        .invoke(this::come)
        .onTermination()
        .invoke(this::go);
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event) {
    stop();
    events.onComplete();
  }

  private synchronized void come() {
    watchers++;
    if (thread == null) {
      var loop =
          new LiveLoop(new Lookout(transactions, time), time, events::onNext, this::isWatched);
      thread = Thread.ofPlatform().daemon().name("saga-live").start(loop);
    }
  }

  private synchronized void go() {
    watchers--;
    if (watchers == 0) {
      stop();
    }
  }

  private synchronized boolean isWatched() {
    return watchers > 0 && Thread.currentThread().equals(thread);
  }

  private synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }
}
