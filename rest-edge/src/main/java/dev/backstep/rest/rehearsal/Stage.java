package dev.backstep.rest.rehearsal;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A port of this machine alone, which nobody is told of, with the routes, the filters and the
 * access rules that all requests meet. Whoever finds it has no more rights there than elsewhere.
 */
final class Stage implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Not to be sampled: a trace of a rehearsal tells nobody anything (W3C Trace Context). */
  private static final String NO_TRACE = "00-00000000000000000000000000000001-0000000000000001-00";

  private final HttpServer server;
  private final String token;

  private Stage(HttpServer server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * Opens it.
   *
   * @param named the port that the service will have; metrics of the two must carry the same labels
   */
  static Stage open(Vertx vertx, int named, String token) throws IOException {
    var host = InetAddress.getLoopbackAddress().getHostAddress();
    var server =
        vertx
            .createHttpServer(new HttpServerOptions().setPort(named))
            .requestHandler(VertxHttpRecorder.getRootHandler());
    return new Stage(done(server.listen(0, host)), token);
  }

  /** One request over a connection of its own, as most of a crowd come; returns its answer. */
  String ask(Rehearsal.Request request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
      socket.getOutputStream().write(message(request).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String message(Rehearsal.Request request) {
    return """
    %s %s HTTP/1.1\r
    Host: localhost\r
    Connection: close\r
    Authorization: Bearer %s\r
    Idempotency-Key: rehearsal\r
    traceparent: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(
            request.method(),
            request.path(),
            token,
            NO_TRACE,
            request.body().getBytes(StandardCharsets.UTF_8).length,
            request.body());
  }

  @Override
  public void close() throws IOException {
    done(server.close());
  }

  private static <T> T done(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
