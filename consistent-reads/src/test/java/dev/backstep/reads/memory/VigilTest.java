package dev.backstep.reads.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VigilTest {
  private final AtomicLong clock = new AtomicLong(5_000);
  private final Vigil vigil = new Vigil(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private void look() {
    vigil.looked(vigil.begin());
  }

  private void keepLooking(Duration time) {
    for (var left = time; left.isPositive(); left = left.minus(RedisLink.BETWEEN_LOOKS)) {
      pass(RedisLink.BETWEEN_LOOKS);
      look();
    }
  }

  @Test
  void whoLooksOftenBelieves() {
    keepLooking(Duration.ofMinutes(1));
    pass(Vigil.GAP);
    assertThat(vigil.isUnbroken()).isTrue();
  }

  @Test
  void whoHasNotLookedForAWhileDoesNot() {
    look();
    pass(Vigil.GAP.plusNanos(1));
    assertThat(vigil.isUnbroken()).isFalse();
  }

  @Test
  void afterAGapOthersGetTheTimeToWriteWhatTheyOwe() {
    look();
    pass(Vigil.GAP.plusNanos(1));
    look();
    keepLooking(RedisLink.DISTRUST.minus(RedisLink.BETWEEN_LOOKS));
    assertThat(vigil.isUnbroken()).isFalse();
    keepLooking(RedisLink.BETWEEN_LOOKS);
    assertThat(vigil.isUnbroken()).isTrue();
  }

  @Test
  void anAnswerThatWasLongUnderWayLeavesAGap() {
    long begun = vigil.begin();
    pass(Vigil.GAP);
    look();
    pass(Duration.ofMillis(1));
    vigil.looked(begun);
    assertThat(vigil.isUnbroken()).as("the later look counts").isTrue();
    long late = vigil.begin();
    pass(Vigil.GAP.plusNanos(1));
    vigil.looked(late);
    assertThat(vigil.isUnbroken()).isFalse();
  }

  @Test
  void noOutageThatMadeAnybodyOweSomethingFitsBetweenTwoLooks() {
    assertThat(Vigil.GAP).isLessThan(RedisLink.INSISTENCE).isGreaterThan(RedisLink.BETWEEN_LOOKS);
  }
}
