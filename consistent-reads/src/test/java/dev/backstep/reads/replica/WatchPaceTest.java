package dev.backstep.reads.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WatchPaceTest {
  private final AtomicLong clock = new AtomicLong();
  private final WatchPace pace = new WatchPace(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void restsUntilSomebodyWantsToKnowAndAgainWhenNobodyDoes() {
    assertThat(pace.next()).isEqualTo(WatchPace.REST);
    pace.wanted();
    assertThat(pace.next()).isEqualTo(WatchPace.BUSY);
    pass(WatchPace.BUSY_FOR.minusNanos(1));
    assertThat(pace.next()).isEqualTo(WatchPace.BUSY);
    pass(Duration.ofNanos(1));
    assertThat(pace.next()).isEqualTo(WatchPace.REST);
  }

  @Test
  @Timeout(30)
  void whoWantsToKnowEndsTheRestAndIsNeverOverheard() throws Exception {
    for (int i = 0; i < 100; i++) {
      pass(WatchPace.BUSY_FOR);
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
