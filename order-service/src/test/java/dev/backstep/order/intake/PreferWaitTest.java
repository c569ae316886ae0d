package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferWaitTest {
  @Inject Database database;

  private final String customer = Shop.newCustomer();
  private Sku sku = new Sku("NONE");

  @BeforeEach
  void listAProduct() {
    sku = database.product(1999);
  }

  @Test
  void answersWithTheConfirmedOrder() throws Exception {
    var answer = postInBackground("wait=20");
    Broker.send(Orchestrator.confirm(saga(), order()));
    var order = answer.get(20, TimeUnit.SECONDS);
    assertThat(order.asString()).isEqualTo(seen());
    order
        .then()
        .statusCode(200)
        .header("Preference-Applied", equalTo("wait=20"))
        .body("status", equalTo("CONFIRMED"))
        .body("version", equalTo(2));
  }

  @Test
  void answersWithTheRejectedOrder() throws Exception {
    var answer = postInBackground("wait=20");
    Broker.send(
        Orchestrator.cancel(saga(), order(), RefusalCode.INSUFFICIENT_FUNDS, "card 42 is empty"));
    var order = answer.get(20, TimeUnit.SECONDS);
    assertThat(order.asString()).isEqualTo(seen());
    order
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("reason.code", equalTo("INSUFFICIENT_FUNDS"))
        .body(
            "reason.message",
            equalTo("There is not enough money on your card. Please try another one."));
  }

  @Test
  void answersAsUsualWhenTheTimeIsUp() {
    post("k", "wait=1")
        .then()
        .statusCode(202)
        .header("Preference-Applied", equalTo("wait=1"))
        .body("status", equalTo("PENDING"));
  }

  @Test
  void doesNotWaitUnasked() {
    post("k", "respond-async").then().statusCode(202).header("Preference-Applied", nullValue());
  }

  @Test
  void noticesWhatAnotherInstanceCommitted() throws Exception {
    var answer = postInBackground("wait=20");
    confirmElsewhere(order());
    var order = answer.get(20, TimeUnit.SECONDS);
    order.then().statusCode(200).body("status", equalTo("CONFIRMED"));
    assertThat(order.asString()).isEqualTo(seen());
  }

  @Test
  void answersAReplayOfAFinalOrderAtOnce() throws SQLException {
    post("k", "wait=0").then().statusCode(202);
    confirmElsewhere(order());
    post("k", "wait=20")
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"))
        .body("status", equalTo("CONFIRMED"));
    post("k", "wait=0, respond-async").then().statusCode(200);
    Shop.customer(customer)
        .header("Idempotency-Key", "k")
        .body(Shop.order(sku, 1))
        .post("/orders")
        .then()
        .statusCode(202)
        .body("status", equalTo("PENDING"));
  }

  @Test
  void holdsTheAnswerToATwinAsWell() throws Exception {
    var answer = postInBackground("wait=20");
    var again = CompletableFuture.supplyAsync(() -> post("k", "wait=20"));
    Broker.send(Orchestrator.confirm(saga(), order()));
    assertThat(again.get(20, TimeUnit.SECONDS).asString())
        .isEqualTo(answer.get(20, TimeUnit.SECONDS).asString())
        .contains("CONFIRMED");
  }

  private static void confirmElsewhere(UUID order) throws SQLException {
    try (var elsewhere = Database.elsewhere();
        var update =
            elsewhere.prepareStatement(
                "UPDATE orders SET status = 'CONFIRMED', version = 2 WHERE id = ?")) {
      update.setObject(1, order);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private CompletableFuture<Response> postInBackground(String preference) {
    var answer = CompletableFuture.supplyAsync(() -> post("k", preference));
    await()
        .until(() ->
            !database.texts("SELECT id FROM orders WHERE customer_id = ?", customer).isEmpty());
    return answer;
  }

  private Response post(String key, String preference) {
    return Shop.customer(customer)
        .header("Idempotency-Key", key)
        .header("Prefer", preference)
        .body(Shop.order(sku, 1))
        .post("/orders");
  }

  private String seen() {
    return Shop.customer(customer).get("/orders/" + order()).asString();
  }

  private UUID order() {
    return id("SELECT id FROM orders WHERE customer_id = ?");
  }

  private UUID saga() {
    return id("SELECT saga_id FROM orders WHERE customer_id = ?");
  }

  private UUID id(String sql) {
    return UUID.fromString(database.texts(sql, customer).getFirst());
  }
}
