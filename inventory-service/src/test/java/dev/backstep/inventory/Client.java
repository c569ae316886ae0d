package dev.backstep.inventory;

import static io.restassured.RestAssured.given;

import dev.backstep.contracts.value.Sku;
import dev.backstep.rest.testing.Described;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests over HTTP. */
public final class Client {
  private static final Described DESCRIBED = Described.by("inventory-service");

  private Client() {}

  /** With a valid token of that role. */
  public static RequestSpecification as(Role role) {
    return given()
        .filter(DESCRIBED)
        .auth()
        .oauth2(TestStack.current().token(role, "somebody"))
        .contentType(ContentType.JSON);
  }

  /** As an operator. */
  public static RequestSpecification operator() {
    return as(Role.OPERATOR);
  }

  /** Puts a product on sale for EUR 12.50. */
  public static ValidatableResponse list(Sku sku, String name) {
    return operator()
        .body(
            """
            {"name": "%s", "price": {"minorUnits": 1250, "currency": "EUR"}}
            """
                .formatted(name))
        .put("/products/" + sku)
        .then();
  }

  /** Receives goods under that key. */
  public static ValidatableResponse receive(Sku sku, String key, int quantity) {
    return operator()
        .header("Idempotency-Key", key)
        .body("{\"quantity\": " + quantity + "}")
        .post("/products/" + sku + "/receipts")
        .then();
  }

  /** A key that nobody has used. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
