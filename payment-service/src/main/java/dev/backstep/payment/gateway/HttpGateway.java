package dev.backstep.payment.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Headers;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.Payment;
import dev.backstep.payment.gateway.GatewayMessages.ChargeBody;
import dev.backstep.payment.gateway.GatewayMessages.RefundBody;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;

/** Asks over HTTP. The command's id is the idempotency key, the same on every attempt. */
final class HttpGateway implements Gateway, AutoCloseable {
  /** A gateway that is there accepts a connection at once. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final GatewayConfig config;

  HttpGateway(GatewayConfig config) {
    this.config = config;
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    try {
      return switch (payment.state().question()) {
        case CHARGE -> charge(payment);
        case REFUND -> refund(payment);
        case NONE -> throw new IllegalArgumentException("nothing to ask: " + payment.orderId());
      };
    } catch (IOException e) {
      return new Silence(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Silence("this process is stopping");
    }
  }

  private GatewayAnswer charge(Payment payment) throws IOException, InterruptedException {
    var token = Objects.requireNonNull(payment.token(), "a charge needs its token");
    var body = new ChargeBody(payment.orderId(), payment.amount(), token.value());
    var response = send(request("/charges", payment.chargeCommand(), body), payment);
    return AnswerReader.charge(response.statusCode(), response.body());
  }

  private GatewayAnswer refund(Payment payment) throws IOException, InterruptedException {
    var chargeId = Objects.requireNonNull(payment.chargeId(), "a refund needs its charge");
    var body = new RefundBody(payment.orderId(), chargeId, payment.amount());
    var response = send(request("/refunds", payment.refundCommand(), body), payment);
    return AnswerReader.refund(response.statusCode(), response.body());
  }

  private HttpRequest.Builder request(String path, CommandId key, Object body) {
    return HttpRequest.newBuilder(config.url().resolve(path))
        .timeout(config.timeout())
        .header("Idempotency-Key", key.toString())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(json(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Payment payment)
      throws IOException, InterruptedException {
    var trace = payment.traceparent();
    if (trace != null && Headers.isTraceparent(trace)) {
      request.header(Headers.TRACEPARENT, trace);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static byte[] json(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question is always JSON", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
