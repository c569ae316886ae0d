package dev.backstep.rest.problem;

import static dev.backstep.rest.Client.customer;
import static dev.backstep.rest.testing.Problems.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.rest.Gate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LateTurnTest {
  /** All that there are: see application.properties. */
  private static final int THREADS = 10;

  private static final int BEHIND = 25;
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  @Inject Gate gate;

  @Test
  void whoWaitedBehindASilentDatabaseIsNotSentToItToo() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = ask(clients, THREADS, () -> customer().get("/things/slow"));
      await().until(() -> gate.arrivals() == THREADS);
      var behind = ask(clients, BEHIND, () -> customer().get("/things/slow"));
      await().until(() -> gate.came() == THREADS + BEHIND);
      await().pollDelay(Outage.PATIENCE.plus(A_MOMENT)).until(() -> true);
      gate.open();
      for (var answer : first) {
        expect(answer.get(), 503, "unavailable");
      }
      for (var answer : behind) {
        expect(answer.get(), 503, "unavailable").header("Retry-After", "1");
      }
      assertThat(gate.arrivals()).isEqualTo(THREADS);
    }
  }

  private static List<Future<Response>> ask(
      ExecutorService clients, int times, Callable<Response> request) {
    return IntStream.range(0, times).mapToObj(_ -> clients.submit(request)).toList();
  }
}
