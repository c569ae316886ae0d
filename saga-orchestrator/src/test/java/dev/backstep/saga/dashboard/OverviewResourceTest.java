package dev.backstep.saga.dashboard;

import static dev.backstep.saga.testing.Api.as;
import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverviewResourceTest {
  private static final String PARKED = "payment/do/parked";

  private final Order order = Order.fresh();

  @Test
  void groupsWhatNeedsSomebodyByItsCauseWithWhatItHolds() {
    Broker.send(order.requested());
    Api.awaitSaga(order.saga(), saga -> "DOING".equals(saga.getString("steps[1].state")));
    Broker.send(order.done("stock"));
    Api.awaitSaga(order.saga(), saga -> "DOING".equals(saga.getString("steps[2].state")));
    Broker.send(Order.reply(order.run("payment"), new Reply.Undone()));
    awaitState(order.saga(), "STUCK");
    var overview = operator().get("/api/overview").then().statusCode(200).extract().jsonPath();
    var group = "attention.find { it.cause == '" + PARKED + "' }.";
    assertThat(overview.getInt(group + "count")).isPositive();
    assertThat(overview.getInt(group + "units")).isGreaterThanOrEqualTo(2);
    assertThat(overview.getInt(group + "money.find { it.currency == 'EUR' }.minor"))
        .isGreaterThanOrEqualTo(4_200);
    assertThat(overview.getString(group + "moneyMeaning")).isEqualTo("perhaps paid, not confirmed");
    assertThat(overview.getString(group + "title")).startsWith("Charge payment");
    assertThat(overview.getInt("figures.stuck")).isPositive();
    assertThat(overview.getString("figures.oldestStuckSince")).isNotNull();
    operator()
        .get("/api/sagas?sort=newest&cause=" + PARKED)
        .then()
        .statusCode(200)
        .body("sagas.id", hasItem(order.saga().toString()))
        .body("sagas[0].happening", equalTo("Charge payment: set aside by a fault, attempt 1"));
  }

  @Test
  void tellsWhatBeganAndEnded() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK), order.undone("order"));
    awaitState(order.saga(), "COMPENSATED");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            operator()
                    .get("/api/overview?window=15m")
                    .jsonPath()
                    .getInt("series.sum { it.compensated }")
                > 0);
    for (var window : new String[] {"15m", "1h", "24h"}) {
      as(Role.VIEWER)
          .get("/api/overview?window=" + window)
          .then()
          .statusCode(200)
          .body("series", hasSize(window.equals("15m") ? 15 : window.equals("1h") ? 60 : 24))
          .body("steps", hasSize(6))
          .body("steps.find { it.step == 'shipment' }.service", equalTo("order-service"))
          .body("figures.startedPerMinute", notNullValue())
          .body("latest", notNullValue());
    }
    Problems.expect(operator().get("/api/overview?window=2h"), 400, "invalid-query");
  }

  @Test
  void countsForEveryPage() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    as(Role.VIEWER)
        .get("/api/counts")
        .then()
        .statusCode(200)
        .body("states.RUNNING", greaterThanOrEqualTo(1))
        .body("open", greaterThanOrEqualTo(1));
  }

  @Test
  void hasWordsForStepsAndCauses() {
    as(Role.VIEWER)
        .get("/api/vocabulary")
        .then()
        .statusCode(200)
        .body("definitions[0].steps[2].undoTitle", equalTo("Refund payment"))
        .body("causes.cause", hasItem("payment/undo/no-answer"))
        .body("causes.cause", hasItem("out-of-stock"));
  }

  @Test
  void showsTheBooksAlsoWhenTheOtherServicesAreSilent() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            operator()
                .get("/api/consistency")
                .jsonPath()
                .getList("services.service")
                .contains("saga-orchestrator"));
    operator()
        .get("/api/consistency")
        .then()
        .body("sections[0].title", equalTo("Money"))
        .body("sections[0].rules.health", hasItem("unknown"))
        .body("services.find { it.service == 'payment-service' }.state", equalTo("silent"))
        .body("services.find { it.service == 'saga-orchestrator' }.state", equalTo("up"));
  }

  @Test
  void tellsCustomersNothing() {
    for (var path : new String[] {"overview", "counts", "vocabulary", "consistency", "live"}) {
      Problems.expect(as(Role.CUSTOMER).get("/api/" + path), 403, "forbidden");
    }
  }
}
