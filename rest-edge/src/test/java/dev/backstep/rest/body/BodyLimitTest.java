package dev.backstep.rest.body;

import static dev.backstep.rest.Client.customer;
import static dev.backstep.rest.testing.Problems.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyLimitTest {
  private static final int LIMIT = 65_536;

  @Test
  void takesABodyOfExactlyTheLimit() throws Exception {
    customer().body(body(LIMIT)).post("/things").then().statusCode(200);
    for (var version : HttpClient.Version.values()) {
      isTaken(hidden("/things", body(LIMIT), version));
      isTaken(hidden("/things/soon", body(LIMIT), version));
      isTaken(hidden("/things/raw", body(LIMIT), version));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, 1_000_000})
  void refusesABodyThatAnnouncesItsLength(int length) {
    expect(customer().body(body(length)).post("/things"), 413, "body-too-large")
        .body("detail", equalTo("At most 65536 bytes are accepted."))
        .body("instance", equalTo("/things"));
    customer().get("/things").then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnAnnouncedLengthInEveryVersion(HttpClient.Version version) throws Exception {
    isTooLarge(send("/things", BodyPublishers.ofString(body(1_000_000)), version));
  }

  @ParameterizedTest
  @EnumSource
  void refusesABodyThatHidesItsLength(HttpClient.Version version) throws Exception {
    isTooLarge(hidden("/things", body(LIMIT + 1), version));
    isTooLarge(hidden("/things", body(1_000_000), version));
    isTooLarge(hidden("/things/soon", body(LIMIT + 1), version));
    isTooLarge(hidden("/things/soon", body(1_000_000), version));
    isTooLarge(hidden("/things/raw", body(1_000_000), version));
  }

  private static String body(int length) {
    var frame = "{\"name\":\"\",\"count\":1}";
    return "{\"name\":\"%s\",\"count\":1}".formatted("x".repeat(length - frame.length()));
  }

  private static void isTaken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void isTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("https://backstep.dev/problems/body-too-large");
  }

  private static HttpResponse<String> hidden(String path, String body, HttpClient.Version version)
      throws IOException, InterruptedException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var hiding = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return send(path, hiding, version);
  }

  private static HttpResponse<String> send(
      String path, BodyPublisher body, HttpClient.Version version)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
            .version(version)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static String token() {
    return TestStack.current().token(Role.CUSTOMER, "anna");
  }
}
