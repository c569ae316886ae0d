package dev.backstep.payment.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SweepPaceTest {
  private static final Duration POLL = Duration.ofMillis(200);

  /** In seconds: less than ten looks that wait for their time would take. */
  private static final int AT_ONCE = 1;

  private final AtomicLong now = new AtomicLong();
  private final SweepPace pace = new SweepPace(POLL, now::get);

  @Test
  void looksSeldomWhenNothingIsExpected() {
    assertThat(pace.next()).isEqualTo(SweepPace.REST);
  }

  @Test
  void looksOftenAfterSilenceUntilItsRetriesAreFarApart() {
    pace.soon();
    now.addAndGet(SweepPace.ALERT_FOR.toNanos() - 1);
    assertThat(pace.next()).isEqualTo(POLL);
    now.addAndGet(1);
    assertThat(pace.next()).isEqualTo(SweepPace.REST);
  }

  @Test
  @Timeout(AT_ONCE)
  void looksAtOnceForWhatIsDueAlsoWhenItIsToldBeforeThePause() throws InterruptedException {
    for (int told = 0; told < 10; told++) {
      pace.now();
      pace.pause();
    }
  }

  @Test
  void aRestEndsWhenSomethingIsExpected() throws InterruptedException {
    var sleeper = Thread.ofPlatform().start(this::pause);
    while (sleeper.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    long begin = System.nanoTime();
    pace.soon();
    sleeper.join();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SweepPace.REST.dividedBy(2));
  }

  @Test
  void whatIsExpectedWhileItLooksOftenDoesNotHurryIt() throws InterruptedException {
    pace.soon();
    pace.soon();
    long begin = System.nanoTime();
    pace.pause();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(POLL);
  }

  private void pause() {
    try {
      pace.pause();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
