package dev.backstep.reads.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WatchPaceTest {
  private static final Duration BUSY = Duration.ofMillis(25);
  private static final Duration BUSY_FOR = Duration.ofSeconds(5);

  private final AtomicLong clock = new AtomicLong();
  private final WatchPace pace = new WatchPace(BUSY, BUSY_FOR, clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void restsUntilSomebodyWantsToKnowAndAgainWhenNobodyDoes() {
    assertThat(pace.next()).isEqualTo(WatchPace.REST);
    pace.wanted();
    assertThat(pace.next()).isEqualTo(BUSY);
    pass(BUSY_FOR.minusNanos(1));
    assertThat(pace.next()).isEqualTo(BUSY);
    pass(Duration.ofNanos(1));
    assertThat(pace.next()).isEqualTo(WatchPace.REST);
  }

  @Test
  @Timeout(30)
  void whoWantsToKnowEndsTheRestAndIsNeverOverheard() throws Exception {
    for (int i = 0; i < 100; i++) {
      pass(BUSY_FOR);
      var about = new CountDownLatch(1);
      var watcher =
          Thread.ofVirtual()
              .start(() -> {
                about.countDown();
                pace.pause();
              });
      about.await();
      pace.wanted();
      watcher.join();
    }
  }
}
