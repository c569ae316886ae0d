package dev.backstep.saga.query;

import static dev.backstep.saga.testing.Api.as;
import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SagaResourceTest {
  private final Order order = Order.fresh();

  @Test
  void findsTheSagaOfAnOrder() {
    start(order);
    as(Role.VIEWER)
        .get("/api/sagas?orderId=" + order.id())
        .then()
        .statusCode(200)
        .body("sagas", hasSize(1))
        .body("sagas[0].id", equalTo(order.saga().toString()))
        .body("sagas[0].state", equalTo("RUNNING"));
  }

  @Test
  void findsASagaByWhateverAnOperatorHasInHand() {
    start(order);
    Broker.send(order.done("stock"));
    Api.awaitSaga(order.saga(), saga -> "DOING".equals(saga.getString("steps[2].state")));
    var charge = "charge-" + order.saga();
    Broker.send(Order.reply(order.run("payment"), new Reply.Done(charge)));
    var terms =
        List.of(
            order.id().toString(),
            order.id().toString().substring(0, 18),
            order.saga().toString(),
            "ada",
            "kettle",
            charge,
            order.run("stock").toString());
    for (var term : terms) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              operator()
                  .queryParam("q", term)
                  .get("/api/sagas?sort=newest")
                  .then()
                  .body("sagas.id", hasItem(order.saga().toString())));
    }
  }

  @Test
  void listsByStateTheNewestFirstPageByPage() {
    var second = Order.fresh();
    start(order);
    start(second);
    var first = operator().get("/api/sagas?state=running&limit=1").jsonPath();
    assertThat(first.getList("sagas")).hasSize(1);
    var next = operator().get("/api/sagas?state=running&limit=1&cursor=" + first.getString("next"));
    next.then().statusCode(200).body("sagas.state", everyItem(equalTo("RUNNING")));
    assertThat(next.jsonPath().getString("sagas[0].id")).isLessThan(first.getString("sagas[0].id"));
  }

  @Test
  void tellsWhatMayBeDoneAndWhyNotTheRest() {
    start(order);
    operator()
        .get("/api/sagas/" + order.saga())
        .then()
        .statusCode(200)
        .body(
            "allowedActions.action",
            equalTo(List.of("retry", "retry-with-deadline", "compensate", "resolve")))
        .body("allowedActions.allowed", equalTo(List.of(false, false, true, false)))
        .body("steps", hasSize(6))
        .body("log[0].commands[0].id", equalTo(order.run("stock").toString()));
  }

  @Test
  void refusesQueriesThatMakeNoSense() {
    for (var query :
        new String[] {"state=HAPPY", "limit=0", "limit=201", "cursor=nonsense", "orderId=7"}) {
      Problems.expect(operator().get("/api/sagas?" + query), 400, "invalid-query");
    }
  }

  @Test
  void doesNotKnowAnUnknownSaga() {
    Problems.expect(operator().get("/api/sagas/" + UUID.randomUUID()), 404, "saga-not-found");
  }

  @Test
  void showsNothingToCustomersAndStrangers() {
    for (var path :
        new String[] {
          "/api/sagas", "/api/sagas/" + order.saga(), "/api/consistency", "/api/dead-letters"
        }) {
      Problems.expect(as(Role.CUSTOMER).get(path), 403, "forbidden");
      Problems.expect(given().get(path), 401, "unauthenticated");
      Problems.expect(
          given().auth().oauth2(TestStack.current().expiredToken(Role.OPERATOR, "olga")).get(path),
          401,
          "unauthenticated");
    }
  }

  @Test
  void countsWhatIsOpen() {
    start(order);
    as(Role.VIEWER)
        .get("/api/consistency")
        .then()
        .statusCode(200)
        .body("sagas.RUNNING", greaterThanOrEqualTo(1))
        .body("openPastDeadline", equalTo(0));
  }

  @Test
  void showsASagaWhoseDefinitionNobodyKnowsAnyMore() throws SQLException {
    start(order);
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK), order.undone("order"));
    awaitState(order.saga(), "COMPENSATED");
    forgetDefinition(order);
    operator()
        .get("/api/sagas/" + order.saga())
        .then()
        .statusCode(200)
        .body("definition", equalTo("barter"))
        .body(
            "steps.step",
            equalTo(List.of("step-1", "step-2", "step-3", "step-4", "step-5", "step-6")))
        .body("allowedActions.allowed", everyItem(equalTo(false)))
        .body("allowedActions.reason", everyItem(not(emptyOrNullString())));
    operator()
        .get("/api/sagas?q=" + order.saga())
        .then()
        .statusCode(200)
        .body("sagas[0].path", hasSize(6))
        .body("sagas[0].happening", not(emptyOrNullString()));
  }

  private static void forgetDefinition(Order order) throws SQLException {
    var change = "UPDATE saga SET definition = 'barter' WHERE id = ?";
    try (var connection = TestStack.current().superuser(Databases.of(Part.SAGA_ORCHESTRATOR));
        var update = connection.prepareStatement(change)) {
      update.setObject(1, order.saga());
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static void start(Order order) {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
  }
}
