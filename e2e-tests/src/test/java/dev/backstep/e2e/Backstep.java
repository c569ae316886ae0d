package dev.backstep.e2e;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/**
 * The one real stack of these tests, all services included. It is started by whoever asks first and
 * stopped with the JVM, however that ends.
 */
public final class Backstep {
  /** A saga takes milliseconds; a busy machine with two cores may take a thousand times that. */
  public static final Duration SOON = Duration.ofSeconds(60);

  private static final TestStack STACK = TestStack.shared(Part.usual());

  private Backstep() {}

  /** Servers and services, to be killed and started. */
  public static TestStack stack() {
    return STACK;
  }

  static Layout layout() {
    return STACK.processes().layout();
  }

  /** Where that part listens. */
  public static String url(Part part) {
    return layout().url(part);
  }

  /** A request without a token. */
  static RequestSpecification nobody(Part service) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .httpClient(
                    HttpClientConfig.httpClientConfig()
                        .setParam("http.connection.timeout", Math.toIntExact(SOON.toMillis()))
                        .setParam("http.socket.timeout", Math.toIntExact(SOON.toMillis()))))
        .baseUri(url(service));
  }

  static RequestSpecification customer(String name, Part service) {
    return bearer(STACK.token(Role.CUSTOMER, name), service);
  }

  static RequestSpecification viewer(Part service) {
    return bearer(STACK.token(Role.VIEWER, "onlooker"), service);
  }

  /** A request by an operator. */
  public static RequestSpecification operator(Part service) {
    return bearer(STACK.token(Role.OPERATOR, "shopkeeper"), service);
  }

  static RequestSpecification bearer(String token, Part service) {
    return nobody(service).header("Authorization", "Bearer " + token);
  }
}
