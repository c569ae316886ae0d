package dev.backstep.order.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.order.testing.Shop.Placed;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class OrderEventsTest {
  @Inject Database database;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String customer = Shop.newCustomer();
  private Placed placed = new Placed(new java.util.UUID(0, 0), new java.util.UUID(0, 0));

  @BeforeEach
  void placeAnOrder() {
    placed = Shop.place(customer, database.product(1999));
  }

  @AfterEach
  void hangUp() {
    client.close();
  }

  @Test
  void tellsEveryStateAndEndsWithTheLast() throws Exception {
    var seenPending = new CompletableFuture<Boolean>();
    var lines =
        CompletableFuture.supplyAsync(
            () -> follow("").peek(line -> seenPending.complete(true)).toList());
    assertThat(seenPending.get()).isTrue();
    Broker.send(Orchestrator.confirm(placed.saga(), placed.order()));
    assertThat(data(lines.get()))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"version\":1", "\"status\":\"PENDING\""),
            line -> assertThat(line).contains("\"version\":2", "\"status\":\"CONFIRMED\""));
  }

  @Test
  void goesOnAfterTheLastEventThatTheClientSaw() {
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(confirm);
    Orchestrator.reply(confirm);
    assertThat(data(follow("1").toList()))
        .singleElement()
        .asString()
        .contains("\"status\":\"CONFIRMED\"");
  }

  @Test
  void keepsAQuietConnectionOpen() {
    try (var lines = follow("")) {
      assertThat(lines.filter(line -> line.startsWith(":")).findFirst()).isPresent();
    }
  }

  private static List<String> data(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("data:")).toList();
  }

  private Stream<String> follow(String lastEventId) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/orders/%s/events"
                        .formatted(RestAssured.port, placed.order())))
            .header("Authorization", "Bearer " + TestStack.current().token(Role.CUSTOMER, customer))
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(30));
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofLines()).join().body();
  }
}
