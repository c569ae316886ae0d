package dev.backstep.bench.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Posts orders over kept connections. Everything happens on one event loop: sending and hearing a
 * few thousand orders a second must leave the processors to those who are measured.
 */
final class OrderClient implements AutoCloseable {
  /** More than the service works on at a time, so that it is the service that makes them wait. */
  private static final int CONNECTIONS = 256;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Long beside any answer; what takes longer is a failure. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final RequestOptions POST =
      new RequestOptions()
          .setMethod(HttpMethod.POST)
          .setURI("/orders")
          .setIdleTimeout(ANSWER.toMillis());

  /** What came back. */
  sealed interface Answer {}

  /** Recorded under that id. */
  record Accepted(String orderId) implements Answer {}

  /** 429 or 503. */
  record TurnedAway(boolean retryAfter) implements Answer {}

  /** Any other status. */
  record Failed(int status) implements Answer {}

  /** Nothing came back. */
  record Unanswered(String why) implements Answer {}

  private final HttpClient client;
  private final Context loop;

  /** Posts to the order-service at that base URL. */
  OrderClient(Vertx vertx, URI service) {
    var http =
        new HttpClientOptions()
            .setDefaultHost(service.getHost())
            .setDefaultPort(service.getPort())
            .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
    this.client = vertx.createHttpClient(http, pool());
    this.loop = vertx.getOrCreateContext();
  }

  // Requests that find no free connection wait, and their latency counts from when they were due.
  private static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1);
  }

  /** Sends one and tells once what came back; never throws. */
  void post(String bearer, String key, Buffer body, Consumer<Answer> then) {
    post(bearer, key, "", body, then);
  }

  /**
   * The same in that long running action; in none when it is empty. All of it happens on one loop:
   * elsewhere an answer could be over before anybody has asked for its end.
   */
  void post(String bearer, String key, String lra, Buffer body, Consumer<Answer> then) {
    loop.runOnContext(_ -> {
      var _ =
          client
              .request(POST)
              .map(request ->
                  lra.isEmpty() ? request : request.putHeader("Long-Running-Action", lra))
              .compose(request -> send(request, bearer, key, body))
              .compose(response -> response.end().map(response))
              .onComplete(result -> then.accept(answer(result)));
    });
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest request, String bearer, String key, Buffer body) {
    return request
        .putHeader("Authorization", bearer)
        .putHeader("Content-Type", "application/json")
        .putHeader("Idempotency-Key", key)
        .send(body);
  }

  private static Answer answer(AsyncResult<HttpClientResponse> result) {
    if (result.failed()) {
      return new Unanswered(result.cause().toString());
    }
    var response = result.result();
    return switch (response.statusCode()) {
      case 202 -> new Accepted(orderId(response.getHeader("Location")));
      case 429, 503 -> new TurnedAway(response.getHeader("Retry-After") != null);
      default -> new Failed(response.statusCode());
    };
  }

  private static String orderId(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }
}
