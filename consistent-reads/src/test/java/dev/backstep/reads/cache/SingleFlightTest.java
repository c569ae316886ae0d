package dev.backstep.reads.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private static final int READERS = 50;

  private final SingleFlight<Integer> flights = new SingleFlight<>();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksOnceForAllWhoComeMeanwhileAndAgainForWhoComesLater() throws Exception {
    var joined = new CountDownLatch(READERS - 1);
    var readers = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < READERS; i++) {
        readers.add(threads.submit(() -> flights.get("k", () -> slow(joined), joined::countDown)));
      }
    }
    for (var reader : readers) {
      assertThat(reader.get()).isEqualTo(1);
    }
    assertThat(flights.get("k", asked::incrementAndGet, () -> {})).isEqualTo(2);
  }

  private int slow(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return asked.incrementAndGet();
  }

  @Test
  void aFailureIsForThoseWhoAskedAndForNobodyLater() {
    assertThatThrownBy(() ->
            flights.get(
                "k",
                () -> {
                  throw new IllegalStateException("broken");
                },
                () -> {}))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(flights.get("k", () -> 7, () -> {})).isEqualTo(7);
  }
}
