package dev.backstep.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as it is told. */
class OrderClientTest {
  private final Vertx vertx = Vertx.vertx();
  private volatile Consumer<HttpServerRequest> service = request -> request.response().end();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(request -> service.accept(request))
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join();
  private final OrderClient client =
      new OrderClient(vertx, URI.create("http://127.0.0.1:" + server.actualPort()));

  @AfterEach
  void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private OrderClient.Answer post() {
    var answer = new CompletableFuture<OrderClient.Answer>();
    client.post("Bearer me", "key-1", Buffer.buffer("{}"), answer::complete);
    return answer.join();
  }

  @Test
  void anAcceptedOrderHasTheIdOfItsLocation() {
    service =
        request ->
            request
                .response()
                .setStatusCode(202)
                .putHeader("Location", request.uri() + "/" + request.getHeader("Idempotency-Key"))
                .end();

    assertThat(post()).isEqualTo(new OrderClient.Accepted("key-1"));
  }

  @Test
  void turnsAwayWithAndWithoutRetryAfter() {
    service = request -> request.response().setStatusCode(503).end();
    assertThat(post()).isEqualTo(new OrderClient.TurnedAway(false));

    service = request -> request.response().setStatusCode(429).putHeader("Retry-After", "1").end();
    assertThat(post()).isEqualTo(new OrderClient.TurnedAway(true));
  }

  @Test
  void everyOtherAnswerIsAFailure() {
    service = request -> request.response().setStatusCode(500).end();

    assertThat(post()).isEqualTo(new OrderClient.Failed(500));
  }

  @Test
  void aLostConnectionIsNoAnswer() {
    service = request -> request.connection().close();

    assertThat(post()).isInstanceOf(OrderClient.Unanswered.class);
  }
}
