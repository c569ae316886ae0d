package dev.backstep.inventory.catalogue;

import static dev.backstep.inventory.Client.newKey;
import static dev.backstep.inventory.Client.operator;
import static dev.backstep.inventory.Client.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.Client;
import dev.backstep.inventory.Stockroom;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.rest.testing.Metrics;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class ReceiptResourceTest {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Inject Stockroom stockroom;
  private Sku sku = Stockroom.newSku();
  private final String key = newKey();

  @BeforeEach
  void productWithoutStock() {
    sku = stockroom.product(0);
  }

  @Test
  void addsGoodsToTheStockAndTellsSo() {
    receive(sku, key, 7).statusCode(201).body("quantity", equalTo(7));
    receive(sku, newKey(), 3).statusCode(201);

    assertThat(stockroom.levels(sku)).containsExactly(10L, 0L, 0L);
    assertThat(Broker.expect(Topics.INVENTORY_EVENTS, 2, it -> sku.value().equals(it.key())))
        .extracting(it -> ((Decoded.Understood) Wire.decode(it)).message())
        .containsExactly(new StockChanged(sku, 1, 7, 0, 0), new StockChanged(sku, 2, 10, 0, 0));
  }

  @Test
  void answersTheSameToTheSameKeyAndAddsNothing() {
    var first = receive(sku, key, 7).statusCode(201).extract();
    var second = receive(sku, key, 7).statusCode(201).extract();

    assertThat(first.header(REPLAYED)).isNull();
    assertThat(second.header(REPLAYED)).isEqualTo("true");
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(stockroom.levels(sku)).containsExactly(7L, 0L, 0L);
  }

  @Test
  void countsKeysThatComeAgain() {
    double replayed = Metrics.value("backstep_idempotency_hits_total{outcome=\"replayed\"}");
    double reused = Metrics.value("backstep_idempotency_hits_total{outcome=\"reused\"}");

    receive(sku, key, 7).statusCode(201);
    receive(sku, key, 7).statusCode(201);
    receive(sku, key, 8).statusCode(422);

    assertThat(Metrics.value("backstep_idempotency_hits_total{outcome=\"replayed\"}") - replayed)
        .isEqualTo(1);
    assertThat(Metrics.value("backstep_idempotency_hits_total{outcome=\"reused\"}") - reused)
        .isEqualTo(1);
  }

  @Test
  void refusesTheSameKeyForAnotherQuantity() {
    receive(sku, key, 7).statusCode(201);

    Problems.expect(receive(sku, key, 8), 422, "idempotency-key-reused");
    assertThat(stockroom.levels(sku)).containsExactly(7L, 0L, 0L);
  }

  @Test
  void takesTheSameKeyForAnotherProduct() {
    var other = stockroom.product(0);
    receive(sku, key, 7).statusCode(201);
    receive(other, key, 8).statusCode(201);

    assertThat(stockroom.levels(other)).containsExactly(8L, 0L, 0L);
  }

  @Test
  void addsOnceWhenTheSameKeyComesTwentyTimesAtOnce() throws Exception {
    Callable<String> request = () -> receive(sku, key, 7).statusCode(201).extract().asString();
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers = threads.invokeAll(Collections.nCopies(20, request));
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
      }
    }
    assertThat(stockroom.levels(sku)).containsExactly(7L, 0L, 0L);
  }

  @Test
  void asksForAKey() {
    Problems.expect(
        operator().body("{\"quantity\": 1}").post("/products/" + sku + "/receipts").then(),
        400,
        "idempotency-key-missing");
    Problems.expect(receive(sku, "k".repeat(256), 1), 400, "idempotency-key-invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-request    | {\"quantity\": 0}",
        "bad-request    | {\"quantity\": -1}",
        "bad-request    | {\"quantity\": 1000001}",
        "bad-request    | {\"quantity\": null}",
        "bad-request    | {}",
        "malformed-body | {\"quantity\": 2147483648}",
        "malformed-body | {\"quantity\": 1.5}",
        "malformed-body | {\"quantity\": \"1\"}",
        "malformed-body | {\"quantity\": true}",
        "malformed-body | {\"quantity\": 1, \"colour\": \"red\"}",
        "malformed-body | {\"quantity\": 1} {}",
        "malformed-body | {\"quantity\": ",
        "malformed-body | quantity",
      })
  void refusesAQuantityThatIsNone(String type, String body) {
    Problems.expect(
        operator()
            .header("Idempotency-Key", key)
            .body(body)
            .post("/products/" + sku + "/receipts")
            .then(),
        400,
        type);
    assertThat(stockroom.levels(sku)).containsExactly(0L, 0L, 0L);
  }

  @Test
  void doesNotKnowAProductThatWasNeverListed() {
    Problems.expect(receive(Stockroom.newSku(), key, 1), 404, "product-not-found");
    Problems.expect(
        operator()
            .header("Idempotency-Key", key)
            .body("{\"quantity\": 1}")
            .post("/products/no-sku/receipts")
            .then(),
        404,
        "product-not-found");
  }

  @Test
  void isForOperatorsOnly() {
    Problems.expect(
        Client.as(Role.CUSTOMER)
            .header("Idempotency-Key", key)
            .body("{\"quantity\": 1}")
            .post("/products/" + sku + "/receipts")
            .then(),
        403,
        "forbidden");
    assertThat(stockroom.levels(sku)).containsExactly(0L, 0L, 0L);
  }
}
