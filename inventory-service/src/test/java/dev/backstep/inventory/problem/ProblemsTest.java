package dev.backstep.inventory.problem;

import static dev.backstep.inventory.Client.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class ProblemsTest {
  @Test
  void asksForAToken() {
    Problems.expect(given().get("/products").then(), 401, "unauthenticated");
    Problems.expect(given().get("/products/CUP").then(), 401, "unauthenticated");
  }

  @Test
  void refusesATokenThatIsNone() {
    Problems.expect(
        given().auth().oauth2("no.token.atall").get("/products").then(), 401, "unauthenticated");
  }

  @Test
  void refusesAnExpiredToken() {
    var expired = TestStack.current().expiredToken(Role.OPERATOR, "olga");
    Problems.expect(given().auth().oauth2(expired).get("/products").then(), 401, "unauthenticated");
  }

  @Test
  void refusesATokenThatSomebodyElseSigned() {
    var token = TestStack.current().token(Role.OPERATOR, "olga");
    var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
    Problems.expect(given().auth().oauth2(forged).get("/products").then(), 401, "unauthenticated");
  }

  @Test
  void knowsOnlyItsOwnPaths() {
    Problems.expect(operator().get("/nowhere").then(), 404, "not-found");
  }

  @Test
  void knowsOnlyItsOwnMethods() {
    Problems.expect(operator().delete("/products").then(), 405, "method-not-allowed");
  }

  @Test
  void readsOnlyJson() {
    Problems.expect(
        operator().contentType(ContentType.XML).body("<a/>").put("/products/CUP").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    Problems.expect(
        operator().body("{\"name\": \"" + "x".repeat(1_000_000)).put("/products/CUP").then(),
        413,
        "body-too-large");
  }

  @Test
  void tellsItsHealth() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }
}
