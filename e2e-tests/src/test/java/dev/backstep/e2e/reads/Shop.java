package dev.backstep.e2e.reads;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two instances of the order-service, and what clients say to them. */
final class Shop {
  static final Duration SOON = Duration.ofSeconds(60);
  static final String TOKEN = "Consistency-Token";
  static final Instance SECOND = new Instance(Part.ORDER_SERVICE, 2);
  static final TestStack STACK = TestStack.shared(Part.usual());
  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Shop() {}

  static Layout layout() {
    return STACK.processes().layout();
  }

  static List<String> instances() {
    return Stream.of(Instance.of(Part.ORDER_SERVICE), SECOND).map(layout()::url).toList();
  }

  static String bearer(Role role, String name) {
    return "Bearer " + STACK.token(role, name);
  }

  /** A product with so many units, known to everybody. */
  static String product(int units) {
    var sku = "R-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT).substring(0, 18);
    var operator = bearer(Role.OPERATOR, "shopkeeper");
    var path = layout().url(Part.INVENTORY_SERVICE) + "/products/" + sku;
    send(
        request(path, operator, null)
            .PUT(body("{\"name\":\"Reader\",\"price\":{\"minorUnits\":500,\"currency\":\"EUR\"}}")),
        201);
    send(
        request(path + "/receipts", operator, null)
            .header("Idempotency-Key", "all")
            .POST(body("{\"quantity\":%d}".formatted(units))),
        201);
    await()
        .atMost(SOON)
        .until(() ->
            get(layout().url(Part.ORDER_SERVICE) + "/catalogue/" + sku, operator, null).statusCode()
                == 200);
    return sku;
  }

  static HttpResponse<String> order(
      String base, String bearer, @Nullable String token, String sku) {
    return send(
        request(base + "/orders", bearer, token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                body(
                    """
                    {"items":[{"sku":"%s","quantity":1}],"paymentToken":"pm_ok","shippingAddress":\
                    {"name":"R","street":"S 1","city":"B","postalCode":"10115","country":"DE"}}\
                    """
                        .formatted(sku))));
  }

  static HttpResponse<String> get(String url, String bearer, @Nullable String token) {
    return send(request(url, bearer, token).GET());
  }

  static HttpResponse<String> metrics(String base) {
    return send(HttpRequest.newBuilder(URI.create(base + "/q/metrics")).GET());
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(response.body(), e);
    }
  }

  private static HttpRequest.Builder request(String url, String bearer, @Nullable String token) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", bearer)
            .header("Content-Type", "application/json");
    return token == null ? request : request.header(TOKEN, token);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private static void send(HttpRequest.Builder request, int expected) {
    var answer = send(request);
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
