package dev.backstep.saga.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Console;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in where there are no passwords, as a browser does it. */
@QuarkusTest
@QuarkusTestResource(value = IdentityProviderStub.class, restrictToAnnotatedClass = true)
class OidcLoginTest {
  private static final int MOST_REDIRECTS = 6;

  private final Map<String, String> cookies = new HashMap<>();

  /** Follows every redirect until a page of the console is reached. */
  private Response signIn(String group, String to) {
    var at = "/api/session/oidc?to=" + to;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      var answer = visit(at.contains("/authorize?") ? at + "&as=" + group : at);
      var next = answer.getHeader("Location");
      assertThat(next).as("%s: %s", at, answer.asString()).isNotNull();
      if (answer.statusCode() == 303) {
        return answer;
      }
      at = next;
    }
    throw new AssertionError("no end of redirects: " + at);
  }

  private Response visit(String url) {
    var answer =
        given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies).get(url);
    remember(answer.detailedCookies());
    return answer;
  }

  private void remember(Cookies set) {
    for (var cookie : set) {
      if (cookie.getValue().isEmpty() || cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  @Test
  void leadsAnOperatorByWayOfTheProviderToThePageThatHeWanted() {
    var entered = signIn("operator", "/sagas%3Fstate=STUCK");
    assertThat(entered.getHeader("Location")).endsWith("/sagas?state=STUCK");
    assertThat(entered.getHeaders().getValues("Set-Cookie"))
        .filteredOn(it -> it.startsWith(Console.COOKIE + "="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(cookies).containsOnlyKeys(Console.COOKIE);
    given()
        .cookies(cookies)
        .get("/api/session")
        .then()
        .body("user.name", equalTo(IdentityProviderStub.USER))
        .body("user.role", equalTo("operator"));
    given().cookies(cookies).get("/api/sagas").then().statusCode(200);
  }

  @Test
  void letsAViewerLookAndNothingElse() {
    signIn("viewer", "/");
    given().cookies(cookies).get("/api/sagas").then().statusCode(200);
    Problems.expect(
        Console.page()
            .cookies(cookies)
            .contentType(ContentType.JSON)
            .body("{\"action\":\"compensate\",\"expectedVersion\":1,\"reason\":\"r\"}")
            .post("/api/sagas/01936f2c-7f3a-7000-8000-000000000000/actions"),
        403,
        "forbidden");
  }

  @Test
  void turnsACustomerAway() {
    var refused = signIn("customer", "/");
    assertThat(refused.getHeader("Location")).endsWith("/login?refused=forbidden");
    assertThat(cookies).doesNotContainKey(Console.COOKIE);
  }

  @Test
  void leadsNobodyToAnotherSite() {
    assertThat(signIn("operator", "//evil.example/").getHeader("Location")).doesNotContain("evil");
  }

  @Test
  void believesNoCodeThatItDidNotAskFor() {
    var answer = visit("/api/session/oidc?code=operator&state=guessed");
    assertThat(answer.statusCode()).isIn(302, 401);
    assertThat(cookies).doesNotContainKey(Console.COOKIE);
  }

  @Test
  void stillTellsProgramsThatTheyNeedATokenAndTakesOne() {
    Problems.expect(given().redirects().follow(false).get("/api/sagas"), 401, "unauthenticated");
    Api.as(Role.VIEWER).get("/api/sagas").then().statusCode(200);
    given()
        .get("/login")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }
}
