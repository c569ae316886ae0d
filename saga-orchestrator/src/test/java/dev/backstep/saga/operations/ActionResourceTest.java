package dev.backstep.saga.operations;

import static dev.backstep.saga.testing.Api.act;
import static dev.backstep.saga.testing.Api.awaitSaga;
import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.backstep.contracts.Reply;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionResourceTest {
  private final Order order = Order.fresh();

  @Inject Transactions transactions;

  @Test
  void turnsASagaBack() {
    start();
    var operation =
        act(order.saga(), "compensate", 1)
            .then()
            .statusCode(202)
            .body("sagaId", equalTo(order.saga().toString()))
            .body("version", equalTo(2))
            .extract()
            .path("operationId");
    var turned = awaitState(order.saga(), "COMPENSATING");
    assertThat(turned.getString("log[1].reason")).isEqualTo("olga: The test wants it.");
    assertThat(turned.getString("operatorLog[0].id")).isEqualTo(operation);
    assertThat(turned.getString("operatorLog[0].outcome")).isEqualTo("accepted");
    Broker.send(order.undone("stock"));
    awaitSaga(order.saga(), saga -> saga.getLong("version") == 3);
    Broker.send(order.undone("order"));
    var saga = awaitState(order.saga(), "COMPENSATED");
    assertThat(saga.getString("reason")).isEqualTo("The order was called off by the shop.");
    assertThat(saga.getString("operatorLog[0].outcome")).isEqualTo("worked");
    assertThat(saga.getString("operatorLog[0].before")).isEqualTo("RUNNING at stock/do, version 1");
    assertThat(saga.getString("operatorLog[0].after"))
        .isEqualTo("COMPENSATING at stock/undo, version 2");
  }

  @Test
  void refusesToActOnWhatHasMoved() {
    start();
    Problems.expect(act(order.saga(), "compensate", 7), 409, "saga-moved")
        .body("version", equalTo(1))
        .body("state", equalTo("RUNNING"));
    Broker.send(order.done("stock"));
    awaitSaga(order.saga(), saga -> saga.getLong("version") == 2);
    Problems.expect(act(order.saga(), "compensate", 1), 409, "saga-moved")
        .body("detail", containsString("from version 1 to 2"))
        .body("detail", containsString("“Reserve stock” was done"))
        .body("detail", containsString("Nothing was sent."));
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
  void resolvesByHandOnlyWhereTheOrderNumberIsTyped() {
    start();
    Broker.send(Order.reply(order.run("stock"), new Reply.Undone()));
    var stuck = awaitState(order.saga(), "STUCK");
    var body =
        "{\"action\":\"resolve\",\"expectedVersion\":%d,\"reason\":\"r\",\"orderId\":\"%s\"}";
    var path = "/api/sagas/" + order.saga() + "/actions";
    long version = stuck.getLong("version");
    Problems.expect(act(order.saga(), "resolve", version), 422, "not-confirmed");
    Problems.expect(
        Api.operator().body(body.formatted(version, UUID.randomUUID())).post(path),
        422,
        "not-confirmed");
    Api.operator().body(body.formatted(version, order.id())).post(path).then().statusCode(202);
    var resolved = awaitState(order.saga(), "RESOLVED");
    assertThat(resolved.getString("operatorLog[0].outcome")).isEqualTo("worked");
  }

  @Test
  void takesTheEndOfTheOrderNumberWhenNoOtherStuckOneEndsSo() {
    start();
    Broker.send(Order.reply(order.run("stock"), new Reply.Undone()));
    long version = awaitState(order.saga(), "STUCK").getLong("version");
    var body =
        "{\"action\":\"resolve\",\"expectedVersion\":%d,\"reason\":\"r\",\"orderId\":\"%s\"}";
    var path = "/api/sagas/" + order.saga() + "/actions";
    var number = order.id().toString();
    Problems.expect(
        Api.operator().body(body.formatted(version, number.substring(33))).post(path),
        422,
        "not-confirmed");
    var end = number.substring(24).toUpperCase(Locale.ROOT);
    Api.operator().body(body.formatted(version, end)).post(path).then().statusCode(202);
  }

  @Test
  void givesARetryTheTimeThatTheOperatorNames() {
    start();
    Broker.send(Order.reply(order.run("stock"), new Reply.Undone()));
    long version = awaitState(order.saga(), "STUCK").getLong("version");
    var path = "/api/sagas/" + order.saga() + "/actions";
    var body = "{\"action\":\"%s\",\"expectedVersion\":%d,\"reason\":\"r\",\"deadlineSeconds\":%s}";
    for (var wrong : new String[] {"0", "3601", "\"5\""}) {
      Api.operator()
          .body(body.formatted("retry-with-deadline", version, wrong))
          .post(path)
          .then()
          .statusCode(400);
    }
    Problems.expect(
        Api.operator().body(body.formatted("retry", version, "5")).post(path),
        400,
        "invalid-action");
    var before = Instant.now();
    Api.operator()
        .body(body.formatted("retry-with-deadline", version, "600"))
        .post(path)
        .then()
        .statusCode(202);
    var saga = awaitState(order.saga(), "RUNNING");
    assertThat(Instant.parse(saga.getString("nextTry"))).isAfter(before.plusSeconds(599));
    assertThat(saga.getString("operatorLog[0].title"))
        .isEqualTo("Retry reserve stock with more time");
  }

  @Test
  void keepsTheOperatorLogFromBeingChanged() {
    start();
    act(order.saga(), "compensate", 1).then().statusCode(202);
    for (var sql :
        new String[] {"UPDATE operator_log SET reason = 'other'", "DELETE FROM operator_log"}) {
      assertThatThrownBy(() ->
              transactions.run(tx -> {
                try (var statement = tx.connection().createStatement()) {
                  statement.execute(sql);
                }
              }))
          .hasMessageContaining("permission denied");
    }
    Api.as(Role.VIEWER)
        .get("/api/operator-log?operator=olga&limit=1")
        .then()
        .statusCode(200)
        .body("entries", hasSize(1));
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
