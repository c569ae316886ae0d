package dev.backstep.order.lra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.LeaveOrder;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.SagaRequest.CheckoutRequestedInLra;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LraOrderTest {
  @Inject Database database;

  private final String customer = Shop.newCustomer();
  private final String lra = CoordinatorDouble.newLra();

  @Test
  void joinsBeforeItRecordsTheOrder() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      var saga = saga(place(Shop.newKey(), lra));
      assertThat(coordinator.links())
          .singleElement()
          .asString()
          .contains("rel=\"complete\"", "rel=\"compensate\"", "rel=\"status\"", "rel=\"forget\"")
          .contains("/lra/" + saga + "/");
      assertThat(coordinator.tokens()).singleElement().asString().startsWith("Bearer ");
      assertThat(requests(saga, 1).stream().map(LraOrderTest::lraOf)).containsExactly(lra);
    }
  }

  @Test
  void completesWhenTheOrderIsConfirmedAndLetsNoGhostUndoIt() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      var placed = place(Shop.newKey(), lra);
      var callbacks = new Calls(coordinator.links().getFirst());
      callbacks.put("complete").then().statusCode(202).body(equalTo("Completing"));
      confirm(placed);
      callbacks.status("Completed");
      callbacks.put("complete").then().statusCode(200).body(equalTo("Completed"));
      callbacks.put("compensate").then().statusCode(410);
      callbacks.status("Completed");
      callbacks.forget().then().statusCode(200);
      assertThat(requests(saga(placed), 1)).hasSize(1);
    }
  }

  @Test
  void callsTheSagaBackOnceHoweverOftenItIsTold() throws Exception {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var placed = place(Shop.newKey(), lra);
      var callbacks = new Calls(coordinator.links().getFirst());
      var told =
          IntStream.range(0, 8)
              .mapToObj(_ -> threads.submit(() -> callbacks.put("compensate").statusCode()))
              .toList();
      for (var each : told) {
        assertThat(each.get()).isEqualTo(202);
      }
      callbacks.status("Compensating");
      var undo =
          Orchestrator.cancel(saga(placed), order(placed), RefusalCode.CANCELLED, "by its LRA");
      Broker.send(undo);
      Orchestrator.reply(undo);
      callbacks.status("Compensated");
      callbacks.put("compensate").then().statusCode(200).body(equalTo("Compensated"));
      callbacks.put("complete").then().statusCode(410);
      assertThat(requests(saga(placed), 2))
          .extracting(Received::id)
          .containsExactly(saga(placed) + "/start", saga(placed) + "/call-back");
    }
  }

  @Test
  void tellsThatARejectedOrderCannotBeCompleted() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      var placed = place(Shop.newKey(), lra);
      var reject =
          Orchestrator.cancel(saga(placed), order(placed), RefusalCode.OUT_OF_STOCK, "none left");
      Broker.send(reject);
      Orchestrator.reply(reject);
      var callbacks = new Calls(coordinator.links().getFirst());
      callbacks.put("complete").then().statusCode(409).body(equalTo("FailedToComplete"));
      callbacks.status("FailedToComplete");
    }
  }

  @Test
  void saysThatItFailedToCompensateWhenTheSagaWasSettledByHandInstead() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      var placed = place(Shop.newKey(), lra);
      var callbacks = new Calls(coordinator.links().getFirst());
      callbacks.put("compensate").then().statusCode(202).body(equalTo("Compensating"));
      var leave =
          Orchestrator.command(
              saga(placed), "order", Direction.UNDO, new LeaveOrder(order(placed)));
      Broker.send(leave);
      assertThat(Orchestrator.reply(leave)).isInstanceOf(Reply.Refused.class);
      callbacks.status("FailedToCompensate");
      callbacks.put("compensate").then().statusCode(409).body(equalTo("FailedToCompensate"));
      callbacks.forget().then().statusCode(200);
    }
  }

  @Test
  void recordsNothingWhenTheLraEndsWhileItJoins() {
    var early =
        CoordinatorDouble.answering(links -> {
          new Calls(links).put("compensate").then().statusCode(410);
          return 200;
        });
    try (early) {
      var key = Shop.newKey();
      Problems.expect(send(key, lra), 409, "lra-too-late");
      Shop.customer(customer).get("/orders").then().body("items.size()", equalTo(0));
      new Calls(early.links().getFirst()).put("complete").then().statusCode(410);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, 422, lra-unknown",
    "403, 422, lra-unknown",
    "412, 409, lra-too-late",
    "500, 503, lra-coordinator-away",
    "503, 503, lra-coordinator-away"
  })
  void saysWhyItDidNotJoinAndRecordsNothing(int coordinatorSays, int status, String type) {
    try (var coordinator = CoordinatorDouble.answering(_ -> coordinatorSays)) {
      Problems.expect(send(Shop.newKey(), lra), status, type);
      Shop.customer(customer).get("/orders").then().body("items.size()", equalTo(0));
      new Calls(coordinator.links().getFirst()).put("complete").then().statusCode(410);
    }
  }

  @Test
  void saysThatTheCoordinatorIsAway() {
    Problems.expect(send(Shop.newKey(), lra), 503, "lra-coordinator-away")
        .header("Retry-After", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?ParentLRA=x", "/../x", "/status", "#x", "%20", "@evil.example/", ","})
  void asksNobodyAboutAnIdThatIsNotToTheLetter(String more) {
    Problems.expect(
        send(Shop.newKey(), more.isEmpty() ? "https://evil.example/lra-coordinator/1" : lra + more),
        400,
        "lra-not-trusted");
  }

  @Test
  void joinsOnceForOneKeyAndTakesAnotherLraForAnotherOrder() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      var key = Shop.newKey();
      var sku = database.product(1999);
      var first = send(key, lra, sku.value());
      first.then().statusCode(202);
      send(key, lra, sku.value())
          .then()
          .statusCode(202)
          .header("Idempotency-Replayed", "true")
          .body("orderId", equalTo(first.path("orderId").toString()));
      assertThat(coordinator.links()).hasSize(1);
      Problems.expect(
          send(key, CoordinatorDouble.newLra(), sku.value()), 422, "idempotency-key-reused");
    }
  }

  @Test
  void hearsNobodyWhoCannotProveThatItIsAboutThisSagaAndThisLra() {
    try (var coordinator = CoordinatorDouble.answering(_ -> 200)) {
      place(Shop.newKey(), lra);
      var path = new Calls(coordinator.links().getFirst()).path("compensate");
      var forged = path.replaceAll("/[^/]+/compensate$", "/AAAAAAAAAAAAAAAAAAAAAA/compensate");
      Problems.expect(call(forged, lra), 404, "callback-not-known");
      Problems.expect(call(path, CoordinatorDouble.newLra()), 404, "callback-not-known");
      Problems.expect(RestAssured.given().put(path), 404, "callback-not-known");
      call("/lra/" + UUID.randomUUID() + "/x/compensate", lra).then().statusCode(410);
      Problems.expect(call("/lra/nothing/x/compensate", lra), 404, "callback-not-known");
    }
  }

  private Response place(String key, String header) {
    var answer = send(key, header);
    answer.then().statusCode(202);
    return answer;
  }

  private Response send(String key, String header) {
    return send(key, header, database.product(1999).value());
  }

  private Response send(String key, String header, String sku) {
    return Shop.customer(customer)
        .header("Idempotency-Key", key)
        .header("Long-Running-Action", header)
        .body(Shop.body("[{\"sku\":\"" + sku + "\",\"quantity\":1}]"))
        .post("/orders");
  }

  private static Response call(String path, String header) {
    return RestAssured.given().header("Long-Running-Action", header).put(path);
  }

  private static void confirm(Response placed) {
    var confirm = Orchestrator.confirm(saga(placed), order(placed));
    Broker.send(confirm);
    Orchestrator.reply(confirm);
  }

  private static UUID saga(Response placed) {
    return UUID.fromString(placed.path("sagaId"));
  }

  private static UUID order(Response placed) {
    return UUID.fromString(placed.path("orderId"));
  }

  private static List<Received> requests(UUID saga, int count) {
    return Broker.expect(
        Topics.CHECKOUT_REQUESTS, count, record -> saga.toString().equals(record.key()));
  }

  private static String lraOf(Received record) {
    return Wire.decode(record) instanceof Decoded.Understood(CheckoutRequestedInLra(_, var in))
        ? in
        : "";
  }

  /** What was registered, called as the coordinator does. */
  private final class Calls {
    private final String links;

    Calls(String links) {
      this.links = links;
    }

    String path(String rel) {
      var link = Pattern.compile("<([^>]*)>; rel=\"" + rel + "\"").matcher(links);
      assertThat(link.find()).as(links).isTrue();
      return URI.create(link.group(1)).getPath();
    }

    Response put(String rel) {
      return call(path(rel), lra);
    }

    void status(String word) {
      RestAssured.given()
          .header("Long-Running-Action", lra)
          .get(path("status"))
          .then()
          .statusCode(200)
          .body(equalTo(word));
    }

    Response forget() {
      return RestAssured.given().header("Long-Running-Action", lra).delete(path("forget"));
    }
  }
}
