package dev.backstep.order.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NextLookTest {
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private int looks;
  private final NextLook next = new NextLook(() -> looks++, executor::add);

  @Test
  void looksOnceForAllWhoAskInTime() {
    var one = next.ask();
    var other = next.ask();
    assertThat(one).isNotDone();
    executor.remove().run();
    assertThat(one).isCompleted();
    assertThat(other).isCompleted();
    assertThat(looks).isEqualTo(1);
    assertThat(executor).isEmpty();
  }

  @Test
  void looksAgainForWhoAsksLater() {
    var before = next.ask();
    executor.remove().run();
    assertThat(before).isCompleted();
    var later = next.ask();
    assertThat(later).isNotDone();
    executor.remove().run();
    assertThat(later).isCompleted();
    assertThat(looks).isEqualTo(2);
  }
}
