package dev.backstep.rest.problem;

import static dev.backstep.rest.Client.customer;
import static dev.backstep.rest.testing.Problems.expect;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.backstep.rest.Client;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {
  @Test
  void asksForAToken() {
    expect(given().get("/things"), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
  }

  @Test
  void refusesATokenThatIsNone() {
    expect(given().auth().oauth2("no.token.atall").get("/things"), 401, "unauthenticated");
  }

  @Test
  void refusesAnExpiredToken() {
    var expired = TestStack.current().expiredToken(Role.CUSTOMER, "anna");
    expect(given().auth().oauth2(expired).get("/things"), 401, "unauthenticated");
  }

  @Test
  void refusesATokenThatSomebodyElseSigned() {
    var token = TestStack.current().token(Role.CUSTOMER, "anna");
    var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
    expect(given().auth().oauth2(forged).get("/things"), 401, "unauthenticated");
  }

  @Test
  void refusesARoleThatIsNotMeant() {
    expect(Client.as(Role.VIEWER).body("{}").post("/things"), 403, "forbidden");
  }

  @Test
  void closesWhatNobodyOpened() {
    expect(given().get("/things/forgotten"), 401, "unauthenticated");
    expect(Client.as(Role.OPERATOR).get("/things/forgotten"), 403, "forbidden");
  }

  @Test
  void knowsOnlyItsOwnPathsMethodsAndMediaTypes() {
    expect(customer().get("/nowhere"), 404, "not-found");
    expect(customer().delete("/things"), 405, "method-not-allowed");
    expect(
        customer().contentType(ContentType.XML).body("<a/>").post("/things"),
        415,
        "unsupported-media-type");
    expect(customer().accept(ContentType.XML).get("/things"), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40P01", "53300", "55P03", "57P01", "58030"})
  void asksToComeBackWhenTheDatabaseIsAway(String state) {
    expect(customer().get("/things/broken?state=" + state), 503, "unavailable")
        .header("Retry-After", "1")
        .body(not(containsString("secret")));
  }

  @Test
  void asksToComeBackWhenThePoolRanDry() {
    expect(customer().get("/things/broken"), 503, "unavailable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "broken?state=42703", "broken?state=23505"})
  void admitsABugWithoutShowingIt(String path) {
    expect(customer().get("/things/" + path), 500, "internal-error")
        .body(not(containsString("secret")));
  }
}
