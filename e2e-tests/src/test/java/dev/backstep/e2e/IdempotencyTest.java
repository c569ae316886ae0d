package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.stack.layout.Part;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Audited
class IdempotencyTest {
  private static final int TWINS = 20;

  private final Product kettle = Product.onSale(24_90, 100);

  @Test
  void placesOneOrderForTwentyTwinsAtOnce() throws InterruptedException {
    var key = UUID.randomUUID().toString();
    var order = anOrder().of(kettle, 1).by("gemini");
    var answers = atOnce(() -> untilAnswered(order, key));

    var first = answers.getFirst();
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(202);
          assertThat(answer.asString()).isEqualTo(first.asString());
        });
    assertThat(answers.stream().filter(each -> each.header("Idempotency-Replayed") == null))
        .as("answers that are no replay")
        .hasSizeLessThanOrEqualTo(1);
    assertThat(
            Books.count(
                Part.ORDER_SERVICE, "SELECT count(*) FROM orders WHERE customer_id = 'gemini'"))
        .isEqualTo(1);
    var placed =
        new Placed(
            UUID.fromString(first.path("orderId")),
            UUID.fromString(first.path("sagaId")),
            "gemini");
    assertThat(placed.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    assertThat(Books.ledger().capturesOf(placed.id())).hasSize(1);
  }

  private static Response untilAnswered(Order order, String key) {
    return await()
        .atMost(Backstep.SOON)
        .until(() -> order.send(key), answer -> answer.statusCode() != 409);
  }

  private static List<Response> atOnce(Callable<Response> request) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(TWINS)) {
      return threads.invokeAll(IntStream.range(0, TWINS).mapToObj(_ -> request).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  @Test
  void repeatsTheStoredAnswerAndSaysSo() {
    var key = UUID.randomUUID().toString();
    var order = anOrder().of(kettle, 1);
    var first = order.send(key).then().statusCode(202).extract().asString();
    order
        .send(key)
        .then()
        .statusCode(202)
        .header("Idempotency-Replayed", equalTo("true"))
        .body(equalTo(first));
  }

  @Test
  void refusesAnotherOrderUnderTheSameKey() {
    var key = UUID.randomUUID().toString();
    anOrder().of(kettle, 1).send(key).then().statusCode(202);
    anOrder()
        .of(kettle, 2)
        .send(key)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("/idempotency-key-reused"));
  }

  @Test
  void refusesAnOrderWithoutAKey() {
    Backstep.customer("alice", Part.ORDER_SERVICE)
        .contentType("application/json")
        .body(anOrder().of(kettle, 1).body())
        .post("/orders")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/idempotency-key-missing"));
  }
}
