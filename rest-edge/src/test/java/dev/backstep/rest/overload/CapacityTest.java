package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final int LEAST = 2;
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);
  private final Capacity capacity = new Capacity(WAIT, LEAST, clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  /** One after the other, each for so long. */
  private void answer(int requests, Duration each) {
    for (int i = 0; i < requests; i++) {
      assertThat(capacity.enter()).isTrue();
      pass(each);
      capacity.leave();
    }
  }

  /** How many more are let in now. */
  private int room() {
    int in = 0;
    while (capacity.enter()) {
      in++;
    }
    return in;
  }

  @Test
  void letsFewInWhileItKnowsNothing() {
    assertThat(room()).isEqualTo(LEAST);
  }

  @Test
  void whoHasAnAnswerMakesRoom() {
    assertThat(room()).isEqualTo(LEAST);
    pass(WAIT);
    capacity.leave();
    assertThat(room()).isEqualTo(1);
  }

  @Test
  void letsInWhatItCanAnswerInTime() {
    answer(200, A_MILLISECOND);
    assertThat(room()).isEqualTo(1_000);
  }

  @Test
  void tellsWhatOneRequestTakesOfIt() {
    assertThat(capacity.each()).isGreaterThan(Duration.ofDays(1));
    answer(200, A_MILLISECOND);
    pass(Duration.ofHours(8));
    assertThat(capacity.each()).isEqualTo(A_MILLISECOND);
  }

  @Test
  void remembersItsPaceWhenNobodyCameForAWhile() {
    answer(200, A_MILLISECOND);
    pass(Duration.ofHours(8));
    assertThat(room()).isEqualTo(1_000);
  }

  @Test
  void letsFewInWhenItHasBecomeSlow() {
    answer(2_000, A_MILLISECOND);
    answer(2, Duration.ofSeconds(2));
    assertThat(room()).isEqualTo(LEAST);
  }

  @Test
  void letsMoreInWhenItHasBecomeQuick() {
    answer(2, Duration.ofSeconds(2));
    answer(2_100, A_MILLISECOND);
    assertThat(room()).isEqualTo(1_000);
  }

  @Test
  void aLoopThatAnswersNobodyLetsNobodyIn() {
    answer(200, A_MILLISECOND);
    assertThat(room()).isEqualTo(1_000);
    pass(WAIT.multipliedBy(10));
    assertThat(capacity.enter()).isFalse();
  }
}
