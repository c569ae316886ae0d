package dev.backstep.reads.memory;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer is waited for. On a thread of its own: those who wait may be all the threads
 * that there are.
 */
final class Patience {
  /**
   * A process that does not come round for so long has not got Redis for its trouble. Seconds were
   * seen; a Redis that is frozen is found out sooner, unless nobody has room to look.
   */
  static final Duration LONGEST = Duration.ofSeconds(15);

  /** A wait is cut into these, and those count that were no longer than they should. */
  private static final Duration MOMENT = Duration.ofMillis(25);

  /** Threads that have room come round within a millisecond or two. */
  private static final Duration ROUND = Duration.ofMillis(25);

  private final EventLoops threads;
  private final ScheduledExecutorService timer = timer();

  Patience(EventLoops threads) {
    this.threads = threads;
  }

  private static ScheduledExecutorService timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("redis-patience").factory());
    timer.setRemoveOnCancelPolicy(true); // nearly all are cancelled
    return timer;
  }

  /** Fails when that time is over. */
  <T extends @Nullable Object> Uni<T> strict(Uni<T> command, Duration patience) {
    return command.ifNoItem().after(patience).on(timer).fail();
  }

  /**
   * Fails when that time is over, of which only those moments count in which this process was on
   * time to read what Redis might have answered; at the latest after {@link #LONGEST}.
   */
  <T extends @Nullable Object> Uni<T> fair(Uni<T> command, Duration patience) {
    var moments = patience.dividedBy(MOMENT);
    return strict(Uni.combine().any().of(command, overdue(moments)), LONGEST);
  }

  private <T extends @Nullable Object> Uni<T> overdue(long moments) {
    if (moments <= 0) {
      return Uni.createFrom().failure(new RedisAwayException());
    }
    long due = System.nanoTime() + MOMENT.plus(ROUND).toNanos();
    return Uni.createFrom()
        .item(true)
        .onItem()
        .delayIt()
        .onExecutor(timer)
        .by(MOMENT)
        .chain(() -> Uni.createFrom().completionStage(threads::comeRound))
        .chain(() -> overdue(System.nanoTime() < due ? moments - 1 : moments));
  }
}
