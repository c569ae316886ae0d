package dev.backstep.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StallTest {
  @Test
  void tellsWhatTheThreadsThatServeRequestsAreDoing() throws Exception {
    var waiting = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var thread = Thread.ofPlatform().name("order-writer").start(() -> wait(waiting, over));
    try {
      waiting.await();
      assertThat(Stall.threadsOf(ProcessHandle.current().pid()))
          .anySatisfy(line -> assertThat(line).startsWith("  order-writer at ").contains("park"))
          .noneSatisfy(line -> assertThat(line).contains("Finalizer"));
    } finally {
      over.countDown();
      thread.join();
    }
  }

  private static void wait(CountDownLatch waiting, CountDownLatch over) {
    waiting.countDown();
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
