package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Audited
class AccessTest {
  private final Product kettle = Product.onSale(24_90, 50);

  @ParameterizedTest
  @CsvSource({
    "ORDER_SERVICE, /orders",
    "INVENTORY_SERVICE, /products",
    "PAYMENT_SERVICE, /payments/00000000-0000-7000-8000-000000000000",
    "SAGA_ORCHESTRATOR, /api/sagas",
    "SAGA_ORCHESTRATOR, /api/dead-letters"
  })
  void answersNobodyWithoutAValidToken(Part service, String path) {
    refused(Backstep.nobody(service).get(path), 401, "unauthenticated");
    var expired = Backstep.stack().expiredToken(Role.OPERATOR, "yesterday");
    refused(Backstep.bearer(expired, service).get(path), 401, "unauthenticated");
    refused(Backstep.bearer("not.a.token", service).get(path), 401, "unauthenticated");
  }

  @Test
  void doesNotShowAnOrderToAnotherCustomer() {
    var order = anOrder().of(kettle, 1).by("alice").place();
    order.whenFinal();
    var mallory = Backstep.customer("mallory", Part.ORDER_SERVICE);
    refused(mallory.get("/orders/" + order.id()), 404, "order-not-found");
    refused(
        Backstep.customer("mallory", Part.ORDER_SERVICE).get("/orders/" + UUID.randomUUID()),
        404,
        "order-not-found");
    Backstep.customer("mallory-2", Part.ORDER_SERVICE)
        .get("/orders")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void keepsCustomersAwayFromWhatOperatorsDo() {
    refused(json(Part.INVENTORY_SERVICE, Map.of("quantity", 5)).post(receipts()), 403, "forbidden");
    var listing = Map.of("name", "Mine", "price", Map.of("minorUnits", 1, "currency", "EUR"));
    refused(
        json(Part.INVENTORY_SERVICE, listing).put("/products/" + kettle.sku()), 403, "forbidden");
    refused(customer(Part.SAGA_ORCHESTRATOR).get("/api/sagas"), 403, "forbidden");
    refused(customer(Part.SAGA_ORCHESTRATOR).get("/api/dead-letters"), 403, "forbidden");
    refused(
        json(Part.SAGA_ORCHESTRATOR, Map.of("action", "retry"))
            .post("/api/sagas/" + UUID.randomUUID() + "/actions"),
        403,
        "forbidden");
  }

  private String receipts() {
    return "/products/" + kettle.sku() + "/receipts";
  }

  private static RequestSpecification customer(Part service) {
    return Backstep.customer("alice", service);
  }

  private static RequestSpecification json(Part service, Map<String, ?> body) {
    return customer(service)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body);
  }

  private static void refused(Response answer, int status, String type) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + type));
  }
}
