package dev.backstep.reads.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final Random RANDOM = new Random(41);

  private static Position any() {
    return new Position(1 + RANDOM.nextInt(3), RANDOM.nextLong(Long.MAX_VALUE));
  }

  @Test
  void textsCompareAsPositionsDo() {
    for (int i = 0; i < 10_000; i++) {
      var one = any();
      var other = any();
      assertThat(Integer.signum(one.hex().compareTo(other.hex())))
          .isEqualTo(Integer.signum(one.compareTo(other)));
      assertThat(Position.parse(one.hex())).contains(one);
    }
  }

  @Test
  void coversOnlyWhatIsBehindItOnItsOwnTimeline() {
    assertThat(new Position(2, 10).covers(new Position(2, 10))).isTrue();
    assertThat(new Position(2, 10).covers(new Position(2, 11))).isFalse();
    assertThat(new Position(3, 10).covers(new Position(2, 1))).isFalse();
    assertThat(new Position(2, 10).covers(Position.NOWHERE)).isFalse();
  }

  @Test
  void aLaterTimelineIsLater() {
    assertThat(new Position(1, 99).max(new Position(2, 1))).isEqualTo(new Position(2, 1));
  }

  @Test
  void nonsenseIsNoPosition() {
    assertThat(Position.parse("")).isEmpty();
    assertThat(Position.parse("x".repeat(24))).isEmpty();
    assertThat(Position.parse("f".repeat(24))).isEmpty();
    assertThatThrownBy(() -> new Position(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
