package dev.backstep.saga.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Console;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionResourceTest {
  private static final String ACTION =
      "{\"action\":\"compensate\",\"expectedVersion\":1,\"reason\":\"r\"}";

  @Inject Transactions transactions;

  @Test
  void tellsStrangersHowToSignIn() {
    given()
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("user", nullValue())
        .body("login.kind", equalTo("password"))
        .body("environment", equalTo("local"));
  }

  @Test
  void letsAViewerSee() {
    var cookie = Console.cookieOf("viewer");
    given()
        .cookie(Console.COOKIE, cookie)
        .get("/api/session")
        .then()
        .body("user.name", equalTo("viewer"))
        .body("user.role", equalTo("viewer"));
    given().cookie(Console.COOKIE, cookie).get("/api/sagas").then().statusCode(200);
  }

  @Test
  void letsOnlyAnOperatorAct() {
    var path = "/api/sagas/" + UUID.randomUUID() + "/actions";
    Problems.expect(Console.as("viewer").body(ACTION).post(path), 403, "forbidden");
    Problems.expect(Console.as("operator").body(ACTION).post(path), 404, "saga-not-found");
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    var header =
        Console.login("operator", TestStack.current().consolePassword("operator"))
            .getHeader("Set-Cookie");
    assertThat(header).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=");
  }

  @Test
  void refusesAWrongPasswordWithoutSayingWhatIsWrong() {
    Problems.expect(Console.login("operator", "guess"), 401, "login-refused");
    Problems.expect(Console.login("nobody", "guess"), 401, "login-refused");
    Problems.expect(Console.login("customer", ""), 401, "login-refused");
  }

  @Test
  void signsOutAtOnce() {
    var cookie = Console.cookieOf("operator");
    Console.page().cookie(Console.COOKIE, cookie).delete("/api/session").then().statusCode(204);
    Problems.expect(
        given().cookie(Console.COOKIE, cookie).get("/api/sagas"), 401, "unauthenticated");
  }

  @Test
  void endsASessionWhenItsTimeIsUp() {
    var cookie = Console.cookieOf("viewer");
    transactions.run(tx -> {
      try (var update =
          tx.connection()
              .prepareStatement(
                  """
                  UPDATE console_session SET created_at = now() - interval '2 h', expires_at = now() - interval '1 s'
                  WHERE token_hash = ?
                  """)) {
        update.setBytes(1, new SessionToken(cookie).hash());
        update.executeUpdate();
      }
    });
    Problems.expect(
        given().cookie(Console.COOKIE, cookie).get("/api/sagas"), 401, "unauthenticated");
    given()
        .cookie(Console.COOKIE, cookie)
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("user", nullValue());
  }

  @Test
  void takesNoChangeFromAnotherSite() {
    var path = "/api/sagas/" + UUID.randomUUID() + "/actions";
    var cookie = Console.cookieOf("operator");
    var request = given().cookie(Console.COOKIE, cookie).contentType(ContentType.JSON).body(ACTION);
    Problems.expect(
        given().spec(request).header("Sec-Fetch-Site", "same-origin").post(path),
        403,
        "cross-site");
    var marked = request.header("X-Backstep-Console", "1");
    Problems.expect(given().spec(marked).post(path), 403, "cross-site");
    for (var site : new String[] {"cross-site", "same-site", "none"}) {
      Problems.expect(
          given().spec(marked).header("Sec-Fetch-Site", site).post(path), 403, "cross-site");
    }
    Problems.expect(
        given().spec(marked).header("Origin", "https://evil.example").post(path),
        403,
        "cross-site");
  }

  @Test
  void takesAChangeOfAnOldBrowserByItsOrigin() {
    var base = io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port;
    given()
        .cookie(Console.COOKIE, Console.cookieOf("operator"))
        .contentType(ContentType.JSON)
        .header("X-Backstep-Console", "1")
        .header("Origin", base)
        .body(ACTION)
        .post("/api/sagas/" + UUID.randomUUID() + "/actions")
        .then()
        .statusCode(404);
  }

  @Test
  void refusesASignInThatAnotherSiteStarts() {
    Problems.expect(
        given()
            .contentType(ContentType.JSON)
            .body("{\"user\":\"operator\",\"password\":\"x\"}")
            .post("/api/session"),
        403,
        "cross-site");
  }

  @Test
  void sendsHeadersThatKeepForeignScriptsOut() {
    given()
        .get("/api/session")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Cache-Control", equalTo("no-store"));
  }
}
