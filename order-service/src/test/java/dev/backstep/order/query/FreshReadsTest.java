package dev.backstep.order.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.stack.testing.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer's reads on a real replica, in good health and far behind. */
@QuarkusTest
class FreshReadsTest {
  private static final String HEADER = "Consistency-Token";
  private static final Duration SOON = Duration.ofSeconds(15);

  @Inject Database database;
  @Inject MeterRegistry registry;

  private final String customer = Shop.newCustomer();
  private Sku sku = new Sku("NONE");

  @BeforeEach
  void listAProduct() {
    sku = database.product(1999);
    replicaIsUsed();
  }

  @AfterEach
  void catchUp() {
    TestStack.current().replica().delay(Duration.ZERO);
  }

  /** Until a customer who is known reads from the replica. */
  private void replicaIsUsed() {
    var somebody = Shop.newCustomer();
    await()
        .atMost(SOON)
        .until(() -> {
          double before = fromReplica();
          Shop.customer(somebody).get("/orders").then().statusCode(200);
          return fromReplica() > before;
        });
  }

  private double fromReplica() {
    var counter = registry.find("backstep.reads").tag("reason", "fresh").counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void whoOrdersSeesTheOrderOnAllHisDevices() {
    for (int i = 0; i < 10; i++) {
      var order = Shop.place(customer, sku).order();
      Shop.customer(customer)
          .get("/orders/" + order)
          .then()
          .statusCode(200)
          .header(HEADER, not(emptyOrNullString()))
          .body("orderId", equalTo(order.toString()));
    }
  }

  @Test
  void aReplicaFarBehindHidesNothing() {
    TestStack.current().replica().delay(Duration.ofMinutes(1));
    var order = Shop.place(customer, sku).order();
    Shop.customer(customer).get("/orders/" + order).then().statusCode(200);
    Shop.customer(customer)
        .get("/orders?limit=1")
        .then()
        .body("items[0].orderId", equalTo(order.toString()));
  }

  @Test
  void whatTheSagaDoesToAnOrderIsSeenTooByWhoeverWaitsForIt() {
    TestStack.current().replica().delay(Duration.ofMinutes(1));
    var placed = Shop.place(customer, sku);
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(confirm);
    Orchestrator.reply(confirm);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            Shop.customer(customer)
                .get("/orders/" + placed.order())
                .then()
                .body("status", equalTo("CONFIRMED")));
  }

  @Test
  void everyAnswerToAnOrderCarriesAToken() {
    var answer =
        Shop.customer(customer)
            .header("Idempotency-Key", Shop.newKey())
            .body(Shop.order(sku, 1))
            .post("/orders");
    assertThat(answer.header(HEADER)).isNotBlank();
    Shop.customer(customer)
        .header(HEADER, answer.header(HEADER))
        .get("/orders")
        .then()
        .statusCode(200)
        .body("items[0].orderId", equalTo(answer.path("orderId")));
  }

  @Test
  void aTokenThatIsNoneHarmsNobody() {
    var order = Shop.place(customer, sku).order();
    Shop.customer(customer)
        .header(HEADER, "nonsense")
        .get("/orders/" + order)
        .then()
        .statusCode(200);
  }
}
