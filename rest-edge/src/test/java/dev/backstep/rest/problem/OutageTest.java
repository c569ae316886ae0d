package dev.backstep.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Outage outage = new Outage(clock::get);
  private final long arrived = outage.now();

  @Test
  void whoWaitsLongIsServedWhileTheDatabaseAnswers() {
    pass(Outage.PATIENCE.multipliedBy(10));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  @Test
  void whoWaitedIsToldAtOnceWhenItFailedSomebodyElse() {
    pass(Outage.PATIENCE.plusNanos(1));
    outage.noted();
    assertThat(outage.isHopeless(arrived)).isTrue();
  }

  @Test
  void whoJustCameTriesTheDatabase() {
    outage.noted();
    pass(Outage.PATIENCE.minusNanos(1));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  @Test
  void servesEverybodyAgainSoonAfterTheLastFailure() {
    outage.noted();
    pass(Outage.PATIENCE.plus(Outage.RECENT));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
