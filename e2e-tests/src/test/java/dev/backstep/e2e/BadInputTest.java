package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Audited
class BadInputTest {
  private final Product kettle = Product.onSale(24_90, 10);

  @AfterEach
  void neighboursAreServed() {
    var order = anOrder().of(kettle, 1).place();
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
  }

  @Test
  void refusesWhatIsNotJson() {
    problem(send("{\"items\":[{\"sku\":"), 400, "malformed-body");
  }

  @Test
  void refusesAnUnknownProduct() {
    problem(send(body(List.of(item("NOBODY-SELLS-THIS", 1)))), 422, "unknown-product");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 2_147_483_648L, 1_001})
  void refusesAQuantityOutOfBounds(long quantity) {
    problem(send(body(List.of(item(kettle.sku(), quantity)))), 400, "invalid-order");
  }

  @Test
  void refusesMoreLinesThanAnOrderHas() {
    var lines = IntStream.range(0, 101).mapToObj(i -> item("SKU-" + i, 1)).toList();
    problem(send(body(lines)), 400, "invalid-order");
  }

  @Test
  void refusesAnEmptyOrder() {
    problem(send(body(List.of())), 400, "invalid-order");
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() {
    var body = new HashMap<>(anOrder().of(kettle, 1).body());
    body.put("discount", "100%");
    problem(send(body), 400, "invalid-order");
  }

  @Test
  void refusesABodyOfAMegabyte() {
    problem(send("{\"items\":\"" + "x".repeat(1_000_000) + "\"}"), 413, "body-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_SERVICE, POST, /orders, CUSTOMER",
    "INVENTORY_SERVICE, PUT, /products/CUP, OPERATOR",
    "INVENTORY_SERVICE, POST, /products/CUP/receipts, OPERATOR",
    "SAGA_ORCHESTRATOR, POST, /api/sagas/018f0000-0000-7000-8000-000000000000/actions, OPERATOR",
  })
  void refusesALargeBodyThatHidesItsLength(Part service, String method, String path, Role role)
      throws Exception {
    for (var version : HttpClient.Version.values()) {
      var request =
          HttpRequest.newBuilder(URI.create(Backstep.url(service) + path))
              .version(version)
              .header("Authorization", "Bearer " + Backstep.stack().token(role, "alice"))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .method(method, BodyPublishers.ofInputStream(BadInputTest::aMegabyte))
              .build();
      try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
      }
    }
  }

  private static InputStream aMegabyte() {
    return new ByteArrayInputStream(new byte[1_000_000]);
  }

  @Test
  void refusesAPaymentTokenThatIsNone() {
    problem(send(anOrder().of(kettle, 1).paidWith("4111111111111111").body()), 400, "invalid-order")
        .body(not(containsString("4111111111111111")));
  }

  private static Map<String, Object> item(String sku, long quantity) {
    return Map.of("sku", sku, "quantity", quantity);
  }

  private static Map<String, Object> body(List<Map<String, Object>> items) {
    return new Order(items, "pm_ok", "DE", "alice").body();
  }

  private static ValidatableResponse send(Object body) {
    return Backstep.customer("alice", Part.ORDER_SERVICE)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/orders")
        .then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", endsWith("/" + type));
  }
}
