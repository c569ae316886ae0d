package dev.backstep.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** A merchant with a short patience. */
record GatewayClient(HttpClient http, int port) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  GatewayClient(int port) {
    this(HttpClient.newHttpClient(), port);
  }

  record Response(int status, String text, boolean replayed) {
    String field(String name) {
      try {
        return GatewayJson.MAPPER.readTree(text).path(name).asText();
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + text, e);
      }
    }
  }

  static String chargeOf(UUID order, long cents, String token) {
    return """
    {"orderId":"%s","amount":{"minorUnits":%d,"currency":"EUR"},"paymentToken":"%s"}\
    """
        .formatted(order, cents, token);
  }

  static String refundOf(UUID order, long cents, String chargeId) {
    return """
    {"orderId":"%s","amount":{"minorUnits":%d,"currency":"EUR"},"chargeId":"%s"}\
    """
        .formatted(order, cents, chargeId);
  }

  Response charge(String key, String body) throws IOException, InterruptedException {
    return post("/charges", key, body, PATIENCE);
  }

  Response refund(String key, String body) throws IOException, InterruptedException {
    return post("/refunds", key, body, PATIENCE);
  }

  Response post(String path, String key, String body, Duration patience)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .timeout(patience)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Response postWithoutKey(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Response get(String path) throws IOException, InterruptedException {
    return send(request(path).timeout(PATIENCE));
  }

  Ledger ledger() throws IOException, InterruptedException {
    return Ledger.parse(get("/ledger").text());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private Response send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
    return new Response(answer.statusCode(), answer.body(), replayed);
  }
}
