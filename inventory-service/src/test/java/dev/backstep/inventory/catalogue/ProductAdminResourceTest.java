package dev.backstep.inventory.catalogue;

import static dev.backstep.inventory.Client.list;
import static dev.backstep.inventory.Client.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.Client;
import dev.backstep.inventory.Stockroom;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class ProductAdminResourceTest {
  private final Sku sku = Stockroom.newSku();

  @Test
  void putsAProductOnSaleAndTellsSo() {
    list(sku, "Lamp").statusCode(201).body("sku", equalTo(sku.value())).body("version", equalTo(1));
    list(sku, "Better lamp").statusCode(200).body("version", equalTo(2));

    operator()
        .get("/products/" + sku)
        .then()
        .statusCode(200)
        .body("name", equalTo("Better lamp"))
        .body("price.minorUnits", equalTo(1250))
        .body("price.currency", equalTo("EUR"))
        .body("available", equalTo(0));
    var price = Money.euroCents(1250);
    assertThat(Broker.expect(Topics.INVENTORY_EVENTS, 2, it -> sku.value().equals(it.key())))
        .extracting(it -> ((Decoded.Understood) Wire.decode(it)).message())
        .containsExactly(
            new ProductListed(sku, 1, "Lamp", price),
            new ProductListed(sku, 2, "Better lamp", price));
  }

  @Test
  void tellsNobodyWhenNothingChanges() {
    list(sku, "Lamp").statusCode(201);
    list(sku, "Lamp").statusCode(200).body("version", equalTo(1)).body("name", equalTo("Lamp"));
    list(sku, "Better lamp").statusCode(200).body("version", equalTo(2));
    list(sku, "Better lamp").statusCode(200).body("version", equalTo(2));

    list(sku, "Best lamp").statusCode(200).body("version", equalTo(3));
    assertThat(Broker.expect(Topics.INVENTORY_EVENTS, 3, it -> sku.value().equals(it.key())))
        .extracting(it -> ((Decoded.Understood) Wire.decode(it)).message())
        .extracting(it -> ((ProductListed) it).version())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void keepsTheStockWhenTheProductChanges() {
    list(sku, "Lamp").statusCode(201);
    Client.receive(sku, Client.newKey(), 7).statusCode(201);

    list(sku, "Better lamp").statusCode(200);

    operator().get("/products/" + sku).then().body("available", equalTo(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid-product | {\"name\": \"Lamp\", \"price\": {\"minorUnits\": -1, \"currency\": \"EUR\"}}",
        "invalid-product | {\"name\": \"Lamp\", \"price\": {\"minorUnits\": 1, \"currency\": \"euro\"}}",
        "bad-request     | {\"name\": \"\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "bad-request     | {\"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "bad-request     | {\"name\": \"Lamp\"}",
        "bad-request     | {\"name\": \"\\u0000\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "bad-request     | {\"name\": \"\\ud800\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "bad-request     | {\"name\": \"Lamp\", \"price\": {\"currency\": \"EUR\"}}",
        "malformed-body  | {\"name\": 5, \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "malformed-body  | {\"name\": \"Lamp\", \"price\": {\"minorUnits\": 1.5, \"currency\": \"EUR\"}}",
        "malformed-body  | {\"name\": \"Lamp\", \"price\": {\"minorUnits\": \"1\", \"currency\": \"EUR\"}}",
        "malformed-body  | {\"name\": \"Lamp\", \"colour\": \"red\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}",
        "malformed-body  | {\"name\": \"Lamp\", ",
        "malformed-body  | []",
      })
  void refusesAProductThatIsNone(String type, String body) {
    Problems.expect(operator().body(body).put("/products/" + sku).then(), 400, type);
    Problems.expect(operator().get("/products/" + sku).then(), 404, "product-not-found");
  }

  @Test
  void refusesAnEmptyBody() {
    Problems.expect(operator().put("/products/" + sku).then(), 400, "bad-request");
  }

  @Test
  void refusesASkuThatIsNone() {
    var body = "{\"name\": \"Lamp\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}";
    Problems.expect(operator().body(body).put("/products/lamp").then(), 400, "invalid-product");
  }

  @Test
  void isForOperatorsOnly() {
    var body = "{\"name\": \"Lamp\", \"price\": {\"minorUnits\": 1, \"currency\": \"EUR\"}}";
    Problems.expect(
        Client.as(Role.CUSTOMER).body(body).put("/products/" + sku).then(), 403, "forbidden");
    Problems.expect(
        Client.as(Role.VIEWER).body(body).put("/products/" + sku).then(), 403, "forbidden");
  }
}
