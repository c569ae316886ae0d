package dev.backstep.rest.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What a problem must look like (RFC 9457). */
public final class Problems {
  private Problems() {}

  /** Checks status, media type and stable type, and that nothing of the inside shows. */
  public static ValidatableResponse expect(Response response, int status, String type) {
    return expect(response.then(), status, type);
  }

  /** As {@link #expect(Response, int, String)}. */
  public static ValidatableResponse expect(ValidatableResponse response, int status, String type) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://backstep.dev/problems/" + type))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body(not(containsString("Exception")))
        .body(not(containsString("java.")))
        .body(not(containsString("dev.backstep.")));
  }
}
