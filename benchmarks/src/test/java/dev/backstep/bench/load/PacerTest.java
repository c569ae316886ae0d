package dev.backstep.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong clock = new AtomicLong();
  private final ArrayList<Long> released = new ArrayList<>();
  private final Pacer pacer =
      new Pacer(
          new Arrivals(1_000, 5),
          clock::get,
          (first, last) -> {
            for (long each = first; each < last; each++) {
              released.add(each);
            }
          });

  @Test
  void releasesWhatIsDueAndNothingElse() {
    assertThat(pacer.runOnce()).isTrue();
    assertThat(released).containsExactly(0L);

    clock.set(MILLI - 1);
    assertThat(pacer.runOnce()).isTrue();
    assertThat(released).containsExactly(0L);

    clock.set(MILLI);
    assertThat(pacer.runOnce()).isTrue();
    assertThat(released).containsExactly(0L, 1L);
  }

  @Test
  void releasesEverythingThatBecameDueWhileItSlept() {
    clock.set(3 * MILLI);

    assertThat(pacer.runOnce()).isTrue();
    assertThat(released).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void endsAfterTheLast() throws InterruptedException {
    clock.set(100 * MILLI);

    pacer.run();

    assertThat(released).containsExactly(0L, 1L, 2L, 3L, 4L);
  }
}
