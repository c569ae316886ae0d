package dev.backstep.saga.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SagaMetricsTest {
  @Test
  void countsSagasThatEndAndThoseThatAreInTrouble() {
    var order = Order.fresh();
    Broker.send(order.requested());
    Api.awaitState(order.saga(), "RUNNING");
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK), order.undone("order"));
    Api.awaitState(order.saga(), "COMPENSATED");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(given().get("/q/metrics").asString())
                .contains(
                    "backstep_saga_duration_seconds_count{state=\"COMPENSATED\"",
                    "backstep_saga_stuck",
                    "backstep_saga_retrying"));
  }
}
