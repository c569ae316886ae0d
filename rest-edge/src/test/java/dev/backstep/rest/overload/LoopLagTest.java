package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopLagTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicLong clock = new AtomicLong(-7);
  private final LoopLag lag = new LoopLag(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void nobodyIsLateBeforeTheFirstProbe() {
    assertThat(lag.now()).isZero();
  }

  @Test
  void oneProbeIsUnderWayAtATime() {
    assertThat(lag.send()).isTrue();
    assertThat(lag.send()).isFalse();
    lag.arrive();
    assertThat(lag.send()).isTrue();
  }

  @Test
  void aProbeTellsHowLongItWaited() {
    lag.send();
    pass(SECOND);
    lag.arrive();
    assertThat(lag.now()).isEqualTo(SECOND);
  }

  @Test
  void aProbeThatIsLateSaysSoBeforeItArrives() {
    lag.send();
    pass(SECOND);
    assertThat(lag.now()).isEqualTo(SECOND);
  }

  @Test
  void whatWasFoundIsForgottenSoon() {
    lag.send();
    pass(SECOND);
    lag.arrive();
    pass(LoopLag.RECENT.plusNanos(1));
    assertThat(lag.now()).isZero();
  }
}
