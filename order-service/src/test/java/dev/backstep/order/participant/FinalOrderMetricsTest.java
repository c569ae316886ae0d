package dev.backstep.order.participant;

import static dev.backstep.rest.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FinalOrderMetricsTest {
  private static final String CONFIRMED =
      "backstep_orders_final_total{reason=\"none\",state=\"CONFIRMED\"}";
  private static final String REJECTED =
      "backstep_orders_final_total{reason=\"PAYMENT_DECLINED\",state=\"REJECTED\"}";

  @Inject Database database;

  @Test
  void countsEachOrderOnceByItsStateAndReason() {
    double confirmed = value(CONFIRMED);
    double rejected = value(REJECTED);
    var good = Shop.place(Shop.newCustomer(), database.product(1999));
    var bad = Shop.place(Shop.newCustomer(), database.product(1999));
    var confirm = Orchestrator.confirm(good.saga(), good.order());

    Broker.send(
        confirm,
        confirm,
        Orchestrator.cancel(bad.saga(), bad.order(), RefusalCode.PAYMENT_DECLINED, "declined"));
    Orchestrator.replies(confirm, 2);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(value(REJECTED) - rejected).isEqualTo(1));
    assertThat(value(CONFIRMED) - confirmed).isEqualTo(1);
  }
}
