package dev.backstep.rest;

import static io.restassured.RestAssured.given;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests with a token. */
public final class Client {
  private Client() {}

  public static RequestSpecification as(Role role) {
    return given()
        .auth()
        .oauth2(TestStack.current().token(role, "anna"))
        .contentType(ContentType.JSON);
  }

  public static RequestSpecification customer() {
    return as(Role.CUSTOMER);
  }
}
