package dev.backstep.saga.live;

import static dev.backstep.saga.testing.Api.act;
import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.messaging.testing.Broker;
import dev.backstep.saga.testing.Console;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveResourceTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Pattern BEHIND = Pattern.compile("\"behindMs\":(\\d+)");

  private final Order order = Order.fresh();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @TestHTTPResource("/api/live")
  @SuppressWarnings("NullAway.Init")
  URI live;

  @Test
  void tellsThatSagasMoveAndHowFar() throws Exception {
    try (var _ = watch(Console.cookieOf("viewer"))) {
      await().atMost(SOON).until(() -> told("event:hello"));
      Broker.send(order.requested());
      await().atMost(SOON).until(() -> told("\"id\":\"" + order.saga() + "\",\"version\":1"));
      Broker.send(order.done("stock"));
      await().atMost(SOON).until(() -> told("\"id\":\"" + order.saga() + "\",\"version\":2"));
      assertThat(lines).anyMatch(line -> line.contains("\"counts\":true"));
    }
  }

  @Test
  void tellsOfActs() throws Exception {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    try (var _ = watch(Console.cookieOf("viewer"))) {
      await().atMost(SOON).until(() -> told("event:pulse"));
      act(order.saga(), "compensate", 1).then().statusCode(202);
      await().atMost(SOON).until(() -> told("\"operatorLog\":true"));
    }
  }

  @Test
  void tellsOfChangesAlsoWhileTheBrokerIsAway() throws Exception {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    TestStack.current().pause(Part.KAFKA);
    try (var _ = watch(Console.cookieOf("viewer"))) {
      await().atMost(SOON).until(() -> told("event:pulse"));
      act(order.saga(), "compensate", 1).then().statusCode(202);
      await().atMost(SOON).until(() -> told("\"id\":\"" + order.saga() + "\",\"version\":2"));
    } finally {
      TestStack.current().resume(Part.KAFKA);
    }
  }

  @Test
  void saysAtOnceHowOldItsNewestLookIs() throws Exception {
    try (var _ = watch(Console.cookieOf("viewer"))) {
      await().atMost(SOON).until(() -> told("event:pulse"));
      await().atMost(SOON).until(() -> lines.stream().anyMatch(LiveResourceTest::isOfThisMoment));
    }
  }

  private static boolean isOfThisMoment(String line) {
    var behind = BEHIND.matcher(line);
    return line.contains("\"database\":true")
        && behind.find()
        && Long.parseLong(behind.group(1)) < 1_000;
  }

  @Test
  void looksAtTheDatabaseOnlyWhileSomebodyWatches() throws Exception {
    try (var _ = watch(Console.cookieOf("viewer"))) {
      await().atMost(SOON).until(LiveResourceTest::isLooking);
    }
    await().atMost(SOON).until(() -> !isLooking());
  }

  private static boolean isLooking() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("saga-live"));
  }

  @Test
  void letsNobodyWatchWhoIsNotSignedIn() throws Exception {
    var request = HttpRequest.newBuilder(live).build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(401);
    }
  }

  private boolean told(String text) {
    return lines.stream().anyMatch(line -> line.replace(": ", ":").contains(text));
  }

  /** Reads on a thread of its own until it is closed. */
  private AutoCloseable watch(String cookie) throws IOException, InterruptedException {
    var http = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(live)
            .header("Cookie", Console.COOKIE + "=" + cookie)
            .header("Accept", "text/event-stream")
            .build();
    Stream<String> body = http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    Thread.ofVirtual().start(() -> read(body));
    return http::shutdownNow;
  }

  private void read(Stream<String> body) {
    try {
      body.forEach(lines::add);
    } catch (UncheckedIOException _) {
      // closed by whoever watched: no failure of what is awaited afterwards
    }
  }
}
