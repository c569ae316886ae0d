package dev.backstep.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.function.Consumer;

/** Starts long running actions and closes them, over kept connections. */
final class LraClient implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final int CREATED = 201;

  private final HttpClient client;

  /** Of the coordinator at that base URL. */
  LraClient(Vertx vertx, URI coordinator) {
    var http =
        new HttpClientOptions()
            .setDefaultHost(coordinator.getHost())
            .setDefaultPort(coordinator.getPort());
    var pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1);
    this.client = vertx.createHttpClient(http, pool);
  }

  /** Tells the id of a new one once; an empty one when there is none. */
  void start(String bearer, Consumer<String> then) {
    send(HttpMethod.POST, "/lra-coordinator/start?ClientID=bench", bearer)
        .onComplete(answer -> then.accept(answer.succeeded() ? idIn(answer.result()) : ""));
  }

  private static String idIn(HttpClientResponse response) {
    var location = response.getHeader("Location");
    return response.statusCode() == CREATED && location != null ? location : "";
  }

  /** Whatever becomes of it: the coordinator goes on by itself. */
  void close(String bearer, String lra) {
    var _ = send(HttpMethod.PUT, URI.create(lra).getRawPath() + "/close", bearer);
  }

  private Future<HttpClientResponse> send(HttpMethod method, String path, String bearer) {
    return client
        .request(method, path)
        .compose(request -> request.putHeader("Authorization", bearer).send())
        .compose(response -> response.end().map(response));
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }
}
