package dev.backstep.saga.testing;

import static io.restassured.RestAssured.given;

import dev.backstep.stack.testing.TestStack;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The console as a browser talks to it: a cookie instead of a token. */
public final class Console {
  public static final String COOKIE = "backstep_console";

  private static final String HEADER = "X-Backstep-Console";
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private Console() {}

  /** A request of our own pages, signed in by nobody. */
  public static RequestSpecification page() {
    return given()
        .contentType(ContentType.JSON)
        .header(HEADER, "1")
        .header(FETCH_SITE, "same-origin");
  }

  /** Signs in. */
  public static Response login(String user, String password) {
    return page()
        .body("{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password))
        .post("/api/session");
  }

  /** The cookie of somebody who has signed in with the right password. */
  public static String cookieOf(String user) {
    return login(user, TestStack.current().consolePassword(user))
        .then()
        .statusCode(200)
        .extract()
        .cookie(COOKIE);
  }

  /** A request of our own pages by that user. */
  public static RequestSpecification as(String user) {
    return page().cookie(COOKIE, cookieOf(user));
  }
}
