package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReturnTimesTest {
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);
  private final ReturnTimes times = new ReturnTimes(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private Duration last(int turnedAway) {
    return Stream.generate(times::next).limit(turnedAway).reduce((_, next) -> next).orElseThrow();
  }

  private void letIn(int requests) {
    for (int i = 0; i < requests; i++) {
      times.letIn();
    }
  }

  @Test
  void theFirstComesBackSoon() {
    assertThat(times.next()).isEqualTo(ReturnTimes.SOONEST);
  }

  @Test
  void theOthersFollowOneByOneAtThePaceOfASlowProcess() {
    assertThat(last(1 + ReturnTimes.SLOWEST))
        .isEqualTo(ReturnTimes.SOONEST.plus(ReturnTimes.LATELY));
  }

  @Test
  void aLoopThatLetManyInLatelyHasThemBackSooner() {
    letIn(5_000);
    assertThat(last(101)).isEqualTo(ReturnTimes.SOONEST.plus(A_MILLISECOND.multipliedBy(100)));
  }

  @Test
  void whatItDidIsRememberedForAWhile() {
    letIn(5_000);
    pass(ReturnTimes.LATELY.plus(A_MILLISECOND));
    assertThat(last(101)).isEqualTo(ReturnTimes.SOONEST.plus(A_MILLISECOND.multipliedBy(100)));
    pass(ReturnTimes.LATELY.plus(A_MILLISECOND));
    assertThat(last(1 + ReturnTimes.SLOWEST)).isGreaterThan(ReturnTimes.LATELY);
  }

  @Test
  void nobodyIsSentAwayForLong() {
    assertThat(last(100_000)).isEqualTo(ReturnTimes.LATEST);
  }

  @Test
  void aCrowdOfLongAgoHoldsNobodyUp() {
    last(100_000);
    pass(ReturnTimes.LATEST);
    assertThat(times.next()).isEqualTo(ReturnTimes.SOONEST);
  }
}
