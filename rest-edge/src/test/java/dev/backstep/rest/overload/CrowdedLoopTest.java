package dev.backstep.rest.overload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There are two event loops here. */
@QuarkusTest
class CrowdedLoopTest {
  private static final int CROWD = 100;
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String OK = "HTTP/1.1 200 OK";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    client.close();
  }

  private CompletableFuture<HttpResponse<String>> ask(String header, String value) {
    var uri = RestAssured.baseURI + ":" + RestAssured.port + "/things/late?millis=2000";
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
    // Others may have shown a quicker pace: the first crowd teaches the loops that these take
    // longer.
    var answers = new ArrayList<HttpResponse<String>>();
    await()
        .atMost(SOON)
        .until(() -> answers.addAll(crowd("Accept", "application/json")) && isRefused(answers));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allSatisfy(refused -> {
          assertThat(refused.headers().firstValue("Retry-After")).isPresent();
          assertThat(refused.body()).contains("https://backstep.dev/problems/unavailable");
        });
  }

  private static boolean isRefused(List<HttpResponse<String>> answers) {
    return answers.stream().anyMatch(answer -> answer.statusCode() == 503);
  }

  @Test
  void whoPrefersToWaitIsNotCounted() {
    assertThat(crowd("Prefer", "wait=5")).extracting(HttpResponse::statusCode).containsOnly(200);
  }

  @Test
  void whoHangsUpMakesRoom() throws Exception {
    var lines = new ArrayList<Socket>();
    for (int i = 0; i < CROWD; i++) {
      lines.add(dial("/things/late?millis=3600000"));
    }
    await().atMost(SOON).until(() -> code(ask("Accept", "application/json")) == 503);
    for (var line : lines) {
      line.close();
    }
    await().atMost(SOON).until(() -> code(ask("Accept", "application/json")) == 200);
  }

  @Test
  void whoHearsSomethingHasAnAnswer() throws Exception {
    var lines = new ArrayList<Socket>();
    for (int i = 0; i < CROWD; i++) {
      var line = dial("/things/events");
      lines.add(line);
      assertThat(new String(line.getInputStream().readNBytes(OK.length()), US_ASCII)).isEqualTo(OK);
    }
    for (var line : lines) {
      line.close();
    }
  }

  private static int code(CompletableFuture<HttpResponse<String>> answer) {
    return answer.join().statusCode();
  }

  /** Asks without a word about what he accepts. */
  private static Socket dial(String path) throws IOException {
    var socket = new Socket("localhost", RestAssured.port);
    var request =
        """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(path, TestStack.current().token(Role.CUSTOMER, "anna"));
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }
}
