package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LateLoopTest {
  /** The default. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final Duration SOON = Duration.ofSeconds(10);

  /** One connection, so one event loop. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path), BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
        .header("Authorization", "Bearer " + TestStack.current().token(Role.CUSTOMER, "anna"))
        .header("Content-Type", "application/json")
        .build();
  }

  private void holdUp(Duration time) throws Exception {
    assertThat(get("/things/heavy?millis=" + time.toMillis()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoComesByALateLoopIsToldToComeBack() throws Exception {
    holdUp(LIMIT.multipliedBy(2));
    var refused = get("/things");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    // Another test may have had somebody else turned away by the same loop a moment ago.
    assertThat(refused.headers().firstValue("Retry-After").orElse("none")).isIn("2", "3");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("https://backstep.dev/problems/unavailable");
    await().atMost(SOON).until(() -> get("/things").statusCode() == 200);
  }

  @Test
  void aBodyThatIsRefusedLeavesTheConnectionInOrder() throws Exception {
    holdUp(LIMIT.multipliedBy(2));
    assertThat(post().statusCode()).isEqualTo(503);
    await().atMost(SOON).until(() -> post().statusCode() == 200);
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    var body =
        HttpRequest.BodyPublishers.ofString(
            "{\"name\":\"%s\",\"count\":1}".formatted("x".repeat(9_000)));
    var request = HttpRequest.newBuilder(request("/things"), (_, _) -> true).POST(body).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void whoIsALittleLateAnswersEverybody() throws Exception {
    holdUp(LIMIT.dividedBy(2));
    assertThat(get("/things").statusCode()).isEqualTo(200);
  }

  @Test
  void operatorsSeeWhatIsGoingOn() throws Exception {
    holdUp(LIMIT.multipliedBy(2));
    assertThat(get("/q/openapi").statusCode()).isNotEqualTo(503);
  }
}
