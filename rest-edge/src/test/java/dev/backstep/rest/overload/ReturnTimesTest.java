package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReturnTimesTest {
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);
  private final ReturnTimes times = new ReturnTimes(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private Duration last(int turnedAway, Duration each) {
    return Stream.generate(() -> times.next(each))
        .limit(turnedAway)
        .reduce((_, next) -> next)
        .orElseThrow();
  }

  @Test
  void theFirstComesBackSoon() {
    assertThat(times.next(A_MILLISECOND)).isEqualTo(ReturnTimes.SOONEST);
  }

  @Test
  void theOthersFollowOneByOneAtThePaceOfTheLoop() {
    assertThat(last(101, A_MILLISECOND))
        .isEqualTo(ReturnTimes.SOONEST.plus(A_MILLISECOND.multipliedBy(100)));
  }

  @Test
  void aLoopThatHasAnsweredNobodyIsNotTakenForSlowerThanAColdOne() {
    assertThat(last(11, FOREVER))
        .isEqualTo(ReturnTimes.SOONEST.plus(ReturnTimes.SLOWEST.multipliedBy(10)));
  }

  @Test
  void thePaceOfThisMomentCounts() {
    last(11, ReturnTimes.SLOWEST);
    assertThat(times.next(A_MILLISECOND))
        .isEqualTo(
            ReturnTimes.SOONEST.plus(ReturnTimes.SLOWEST.multipliedBy(10)).plus(A_MILLISECOND));
  }

  @Test
  void nobodyIsSentAwayForLong() {
    assertThat(last(100_000, FOREVER)).isEqualTo(ReturnTimes.LATEST);
  }

  @Test
  void aCrowdOfLongAgoHoldsNobodyUp() {
    last(100_000, FOREVER);
    pass(ReturnTimes.LATEST);
    assertThat(times.next(A_MILLISECOND)).isEqualTo(ReturnTimes.SOONEST);
  }
}
