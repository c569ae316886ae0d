package dev.backstep.messaging.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration PAUSE = Duration.ofSeconds(7);
  private static final Duration SLEEP = Duration.ofMillis(3);

  @Test
  void sleepsAsLongAsTheRoundSays() throws InterruptedException {
    assertThat(new Rounds("work", PAUSE, () -> SLEEP).runOnce()).isEqualTo(SLEEP);
  }

  @Test
  void pausesAfterAFailureAndGoesOn() throws InterruptedException {
    var fails = new ArrayDeque<>(List.of(true, false));
    var rounds =
        new Rounds(
            "work",
            PAUSE,
            () -> {
              if (fails.remove()) {
                throw new IllegalStateException("the database is away");
              }
              return SLEEP;
            });
    assertThat(rounds.runOnce()).isEqualTo(PAUSE);
    assertThat(rounds.runOnce()).isEqualTo(SLEEP);
  }

  @Test
  void worksUntilItIsStopped() throws InterruptedException {
    var worked = new AtomicInteger();
    var rounds = new Rounds("work", PAUSE, () -> Duration.ofMillis(worked.incrementAndGet()));
    rounds.start();
    await().untilAtomic(worked, org.hamcrest.Matchers.greaterThan(3));
    rounds.stop();
    var when = worked.get();
    await().during(Duration.ofMillis(50)).until(() -> worked.get() == when);
  }

  @Test
  void stopsASleeper() throws InterruptedException {
    var begun = new AtomicInteger();
    var rounds =
        new Rounds(
            "work",
            PAUSE,
            () -> {
              begun.incrementAndGet();
              return Duration.ofHours(1);
            });
    rounds.start();
    await().untilAtomic(begun, org.hamcrest.Matchers.is(1));
    rounds.stop();
    assertThat(begun).hasValue(1);
  }
}
