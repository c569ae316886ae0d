package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final int MOST = 3;

  private final AtomicLong clock = new AtomicLong(-7);
  private final WarmUp warmUp = new WarmUp(MOST, clock::get);

  private void fill() {
    for (int i = 0; i < MOST; i++) {
      assertThat(warmUp.letIn()).isTrue();
    }
  }

  @Test
  void aColdProcessLetsFewInAtOnce() {
    fill();
    assertThat(warmUp.letIn()).isFalse();
    assertThat(warmUp.letIn()).isFalse();
    warmUp.left();
    assertThat(warmUp.letIn()).isTrue();
    assertThat(warmUp.letIn()).isFalse();
  }

  @Test
  void itIsWarmWhenItHasAnsweredEnough() {
    for (int i = 0; i < WarmUp.ENOUGH; i++) {
      assertThat(warmUp.isOver()).isFalse();
      assertThat(warmUp.letIn()).isTrue();
      warmUp.left();
    }
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void whoIsAskedSeldomIsWarmAfterAWhile() {
    clock.addAndGet(WarmUp.LONGEST.multipliedBy(2).toNanos());
    assertThat(warmUp.isOver()).as("nobody has asked yet").isFalse();
    fill();
    clock.addAndGet(WarmUp.LONGEST.minusNanos(1).toNanos());
    assertThat(warmUp.isOver()).isFalse();
    clock.addAndGet(1);
    assertThat(warmUp.isOver()).isTrue();
  }
}
