package dev.backstep.saga.operations;

import static dev.backstep.saga.testing.Api.act;
import static dev.backstep.saga.testing.Api.awaitSaga;
import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.messaging.testing.Broker;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionResourceTest {
  private final Order order = Order.fresh();

  @Test
  void turnsASagaBack() {
    start();
    act(order.saga(), "compensate", 1)
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPENSATING"))
        .body("version", equalTo(2))
        .body("log[1].reason", equalTo("olga: The test wants it."));
    Broker.send(order.undone("stock"));
    awaitSaga(order.saga(), saga -> saga.getLong("version") == 3);
    Broker.send(order.undone("order"));
    var saga = awaitState(order.saga(), "COMPENSATED");
    assertThat(saga.getString("reason")).isEqualTo("The order was called off by the shop.");
  }

  @Test
  void refusesToActOnWhatHasMoved() {
    start();
    Problems.expect(act(order.saga(), "compensate", 7), 409, "saga-moved")
        .body("version", equalTo(1));
  }

  @Test
  void refusesWhatTheSagaDoesNotAllowAndSaysWhy() {
    start();
    Problems.expect(act(order.saga(), "resolve", 1), 422, "action-not-allowed")
        .body("detail", containsString("only a stuck one is resolved"));
    Problems.expect(act(order.saga(), "retry", 1), 422, "action-not-allowed")
        .body("detail", containsString("still has time to answer"));
  }

  @Test
  void knowsNoOtherAction() {
    start();
    Problems.expect(act(order.saga(), "explode", 1), 400, "invalid-action");
  }

  @Test
  void refusesABodyThatIsNotWhatItShouldBe() {
    start();
    for (var body :
        new String[] {
          "{}",
          "{",
          "[]",
          "{\"action\":\"retry\",\"expectedVersion\":1,\"reason\":\"\"}",
          "{\"action\":\"retry\",\"expectedVersion\":0,\"reason\":\"r\"}",
          "{\"action\":\"retry\",\"expectedVersion\":1,\"reason\":\"r\",\"force\":true}"
        }) {
      Api.operator()
          .body(body)
          .post("/api/sagas/" + order.saga() + "/actions")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void doesNotKnowAnUnknownSaga() {
    Problems.expect(act(UUID.randomUUID(), "retry", 1), 404, "saga-not-found");
  }

  @Test
  void letsOnlyOperatorsAct() {
    start();
    for (var role : new Role[] {Role.VIEWER, Role.CUSTOMER}) {
      Problems.expect(
          Api.as(role)
              .body("{\"action\":\"compensate\",\"expectedVersion\":1,\"reason\":\"r\"}")
              .post("/api/sagas/" + order.saga() + "/actions"),
          403,
          "forbidden");
    }
  }

  private void start() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
  }
}
