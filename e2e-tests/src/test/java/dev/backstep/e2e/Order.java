package dev.backstep.e2e;

import dev.backstep.stack.layout.Part;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order to be placed: ordinary, unless a test says otherwise. */
public record Order(
    List<Map<String, Object>> items, String paymentToken, String country, String customer) {
  /** Of nothing yet, by alice. */
  public static Order anOrder() {
    return new Order(List.of(), "pm_ok", "DE", "alice");
  }

  /** The same with so many more of that product. */
  public Order of(Product product, int quantity) {
    var more = new ArrayList<>(items);
    more.add(Map.of("sku", product.sku(), "quantity", quantity));
    return new Order(List.copyOf(more), paymentToken, country, customer);
  }

  /** The same, paid in that way. */
  public Order paidWith(String token) {
    return new Order(items, token, country, customer);
  }

  /** The same to that country. */
  public Order shippedTo(String other) {
    return new Order(items, paymentToken, other, customer);
  }

  /** The same by that customer. */
  public Order by(String other) {
    return new Order(items, paymentToken, country, other);
  }

  /** As it is posted. */
  public Map<String, Object> body() {
    return Map.of(
        "items",
        items,
        "paymentToken",
        paymentToken,
        "shippingAddress",
        Map.of(
            "name", "A. Shopper",
            "street", "Main Street 1",
            "city", "Berlin",
            "postalCode", "10115",
            "country", country));
  }

  Response send(String key) {
    return request(key).post("/orders");
  }

  private RequestSpecification request(String key) {
    return Backstep.customer(customer, Part.ORDER_SERVICE)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body());
  }

  /** Placed and accepted. */
  public Placed place() {
    return accepted(send(UUID.randomUUID().toString()));
  }

  /** The same, as part of that trace. */
  public Placed placeIn(String traceparent) {
    var key = UUID.randomUUID().toString();
    return accepted(request(key).header("traceparent", traceparent).post("/orders"));
  }

  private Placed accepted(Response response) {
    var answer = response.then().statusCode(202).extract();
    return new Placed(
        UUID.fromString(answer.path("orderId")), UUID.fromString(answer.path("sagaId")), customer);
  }
}
