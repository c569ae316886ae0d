package dev.backstep.rest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There are two event loops here. */
@QuarkusTest
class CrowdedLoopTest {
  private static final int CROWD = 100;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    client.close();
  }

  private CompletableFuture<HttpResponse<String>> ask(String header, String value) {
    var uri = RestAssured.baseURI + ":" + RestAssured.port + "/things/late?millis=1000";
    var token = TestStack.current().token(Role.CUSTOMER, "anna");
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(uri))
            .header("Authorization", "Bearer " + token)
            .header(header, value)
            .build(),
        BodyHandlers.ofString());
  }

  private List<HttpResponse<String>> crowd(String header, String value) {
    var all = IntStream.range(0, CROWD).mapToObj(_ -> ask(header, value)).toList();
    return all.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void asManyAsCanBeAnsweredInTimeAreLetIn() {
    var answers = crowd("Accept", "application/json");
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allSatisfy(refused -> {
          assertThat(refused.headers().firstValue("Retry-After")).isPresent();
          assertThat(refused.body()).contains("https://backstep.dev/problems/unavailable");
        });
  }

  @Test
  void whoPrefersToWaitIsNotCounted() {
    assertThat(crowd("Prefer", "wait=5")).extracting(HttpResponse::statusCode).containsOnly(200);
  }
}
