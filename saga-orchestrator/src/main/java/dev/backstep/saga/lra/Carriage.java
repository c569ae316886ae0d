package dev.backstep.saga.lra;

import dev.backstep.messaging.pacing.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Finds attempts that are due, and carries several at a time. Instances share the work. */
@Singleton
class Carriage {
  /** Beside the wake-ups: what another instance left, and pauses that are over. */
  private static final Duration POLL = Duration.ofMillis(500);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int BEFORE_THE_POOL_CLOSES = 100;

  /** Beside the calls: what the transactions around them take. */
  private static final Duration ROOM = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(Carriage.class);

  private final AttemptBook book;
  private final Carrying carrying;
  private final LraDoor door;
  private final LraConfig config;
  private final Semaphore free;
  private final Executor threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lra-", 0).factory());
  private final Rounds rounds;
  private final Rounds reaping;

  Carriage(AttemptBook book, Carrying carrying, Reaper reaper, LraDoor door, LraConfig config) {
    this.book = book;
    this.carrying = carrying;
    this.door = door;
    this.config = config;
    this.free = new Semaphore(config.calls());
    this.rounds = new Rounds("lra-steps", PAUSE_AFTER_FAILURE, this::runOnce);
    this.reaping = new Rounds("lra-reaper", PAUSE_AFTER_FAILURE, reaper::runOnce);
  }

  /** Without a step that goes by LRA, and nothing left of earlier ones, nothing runs. */
  void onStart(@Observes StartupEvent event) {
    if (config.coordinator().isPresent() && (book.reclaim() || !config.steps().isEmpty())) {
      rounds.start();
      reaping.start();
    }
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event)
      throws InterruptedException {
    rounds.stop();
    reaping.stop();
  }

  /** Claims what is due, as far as there is somebody to carry it. */
  Duration runOnce() throws InterruptedException {
    free.acquire();
    int room = free.drainPermits() + 1;
    int taken = 0;
    try {
      for (var attempt : book.claim(room, claim())) {
        taken++;
        threads.execute(() -> carry(attempt));
      }
    } finally {
      free.release(room - taken);
    }
    if (taken < room) {
      door.wakeup().await(POLL);
    }
    return Duration.ZERO;
  }

  /** Longer than everything that is done under it: a start, a call and an end. */
  private Duration claim() {
    return config.answer().plus(config.patience().multipliedBy(3)).plus(ROOM);
  }

  private void carry(Attempt attempt) {
    try {
      carrying.carry(attempt);
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s waits until its claim ends", attempt.clientId());
    } finally {
      free.release();
      door.wakeup().signal();
    }
  }
}
