package dev.backstep.order.testing;

import static io.restassured.RestAssured.given;

import dev.backstep.contracts.value.Sku;
import dev.backstep.rest.testing.Described;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The shop front: requests as clients send them. */
public final class Shop {
  private static final Described DESCRIBED = Described.by("order-service");

  private Shop() {}

  /** A customer that no other test has. */
  public static String newCustomer() {
    return "c" + UUID.randomUUID();
  }

  /** A key that nobody has used. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /** With a valid token. */
  public static RequestSpecification as(Role role, String name) {
    return given()
        .filter(DESCRIBED)
        .auth()
        .oauth2(TestStack.current().token(role, name))
        .contentType(ContentType.JSON);
  }

  /** With that customer's token. */
  public static RequestSpecification customer(String name) {
    return as(Role.CUSTOMER, name);
  }

  /** With an operator's token. */
  public static RequestSpecification operator() {
    return as(Role.OPERATOR, "olga");
  }

  /** A good body: so many of one product. */
  public static String order(Sku sku, int quantity) {
    return body("[{\"sku\":\"%s\",\"quantity\":%d}]".formatted(sku, quantity));
  }

  /** A body with these items as they are. */
  public static String body(String items) {
    return """
    {"items":%s,"paymentToken":"pm_ok","shippingAddress":{"name":"Ada Lovelace",\
    "street":"12 Secret Street","city":"Berlin","postalCode":"10115","country":"DE"}}\
    """
        .formatted(items);
  }

  /** Orders with a new key; 202 is expected. */
  public static Placed place(String customer, Sku sku) {
    return Placed.of(
        customer(customer).header("Idempotency-Key", newKey()).body(order(sku, 2)).post("/orders"));
  }

  /** The ids of an order that was accepted. */
  public record Placed(UUID order, UUID saga) {
    static Placed of(Response response) {
      response.then().statusCode(202);
      return new Placed(
          UUID.fromString(response.path("orderId")), UUID.fromString(response.path("sagaId")));
    }
  }
}
