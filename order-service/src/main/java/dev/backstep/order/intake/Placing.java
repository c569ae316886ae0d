package dev.backstep.order.intake;

import dev.backstep.messaging.pacing.Pacing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gathers wishes and has them recorded, many in one transaction: whatever came while the last one
 * was under way. A wish that comes alone is recorded alone, at once; in a crowd the writer rests a
 * few milliseconds after each transaction, so that the next one carries more.
 */
@Singleton
class Placing {
  private static final int BEFORE_THE_SERVER = 1;

  /** A batch under way ends within this time, or its clients are told nothing and ask again. */
  private static final Duration STOP = Duration.ofSeconds(5);

  /** How soon the writer notices that the process stops. */
  private static final Duration LOOK_UP = Duration.ofMillis(500);

  /** A queue that is full now may be empty in a moment. */
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final GroupCommit commit;
  private final int batch;
  private final BlockingQueue<Asked> queue;
  private final Thread writer =
      Thread.ofPlatform().daemon().name("order-writer").unstarted(this::run);
  private volatile boolean stopping;
  private final LongSupplier nanoTime = System::nanoTime;

  Placing(GroupCommit commit, PlacingConfig config) {
    this.commit = commit;
    this.batch = config.batch();
    this.queue = new ArrayBlockingQueue<>(config.waiting());
  }

  void onStart(@Observes StartupEvent event) {
    writer.start();
  }

  void onStop(@Observes @Priority(BEFORE_THE_SERVER) ShutdownEvent event)
      throws InterruptedException {
    stopping = true;
    writer.join(STOP.toMillis());
  }

  /**
   * Answers when the wish is recorded, or why it is not. Safe to call again with the same wish: it
   * is recorded once. Whatever the database does, there is an answer when it is due; who was told
   * that nobody knows is not recorded later, unless that had begun.
   */
  CompletableFuture<Placement> place(Wish wish, Due due) {
    var asked = new Asked(wish);
    if (stopping || !queue.offer(asked)) {
      asked.answer().complete(new Placement.NoRoom(COME_BACK));
    }
    return due.orElse(asked.answer(), new Placement.NotKnown());
  }

  private void run() {
    try {
      while (runOnce() > 0 || !stopping) {
        // the next batch
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does that but the end of the process
    }
  }

  /** Has one batch recorded; returns its size, or 0 when nobody came for a while. */
  int runOnce() throws InterruptedException {
    var first = queue.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return 0;
    }
    var taken = new ArrayList<Asked>();
    taken.add(first);
    queue.drainTo(taken, batch - 1);
    taken.removeIf(asked -> asked.answer().isDone()); // told to ask again, and not recorded before
    if (!taken.isEmpty()) {
      var start = nanoTime.getAsLong();
      commit.take(taken);
      var worked = Duration.ofNanos(nanoTime.getAsLong() - start);
      Thread.sleep(Pacing.shortRest(taken.size(), worked));
    }
    return taken.size();
  }
}
