package dev.backstep.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.Serial;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway's HTTP interface: charges, refunds, the ledger, health. */
final class HttpApi implements HttpHandler {
  /** Longer than any client waits; a connection that is never answered must end some time. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  /** A charge is some hundred bytes; more is not one. */
  private static final int MAX_BODY = 64 * 1024;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());

  private final Acquirer acquirer;
  private final LedgerFile ledger;
  private final Path ledgerPath;

  HttpApi(Acquirer acquirer, LedgerFile ledger, Path dataDirectory) {
    this.acquirer = acquirer;
    this.ledger = ledger;
    this.ledgerPath = dataDirectory.resolve(Ledger.FILE_NAME);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      route(exchange);
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    try {
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "POST /charges" -> charge(exchange);
        case "POST /refunds" -> refund(exchange);
        case "GET /charges" -> send(exchange, stored(exchange));
        case "GET /ledger" -> sendLedger(exchange);
        case "GET /health" -> send(exchange, health());
        default -> send(exchange, Answer.error(404, "not_found", "there is nothing here"));
      }
    } catch (BadRequest e) {
      send(exchange, Answer.error(400, "bad_request", e.reason));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "cannot answer", e);
      send(exchange, Answer.error(500, "internal", "the gateway failed"));
    }
  }

  private void charge(HttpExchange exchange) throws IOException {
    var request = body(exchange, ChargeRequest.class);
    var answer = acquirer.charge(key(exchange), request);
    var token = TestToken.of(request.paymentToken());
    if (token == TestToken.CHARGED_THEN_TIMEOUT && answer.status() == 200 && !answer.replayed()) {
      LockSupport.parkNanos(HOLD.toNanos());
      return; // The exchange ends without an answer.
    }
    send(exchange, answer);
  }

  private void refund(HttpExchange exchange) throws IOException {
    send(exchange, acquirer.refund(key(exchange), body(exchange, RefundRequest.class)));
  }

  private Answer stored(HttpExchange exchange) {
    var query = exchange.getRequestURI().getRawQuery();
    if (query == null || !query.startsWith("key=")) {
      throw new BadRequest("name the key: /charges?key=...");
    }
    return acquirer
        .find(URLDecoder.decode(query.substring("key=".length()), UTF_8))
        .orElseGet(() -> Answer.error(404, "unknown_key", "nothing happened under that key"));
  }

  private Answer health() {
    return ledger.isBroken()
        ? Answer.error(503, "ledger", "the ledger cannot be written")
        : new Answer(200, Map.of("status", "UP"), false);
  }

  private void sendLedger(HttpExchange exchange) throws IOException {
    var length = ledger.durableLength();
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
    try (var file = Files.newInputStream(ledgerPath)) {
      var left = length;
      while (left > 0) {
        var chunk = file.readNBytes((int) Math.min(left, MAX_BODY));
        exchange.getResponseBody().write(chunk);
        left -= chunk.length;
      }
    }
  }

  private static String key(HttpExchange exchange) {
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw new BadRequest("Idempotency-Key is 1 to 255 printable characters");
    }
    return key;
  }

  private static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      throw new BadRequest("the body is too large");
    }
    try {
      @Nullable T value = GatewayJson.MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new BadRequest("the body is null");
      }
      return value;
    } catch (JsonProcessingException _) {
      throw new BadRequest("the body is not a " + type.getSimpleName());
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = GatewayJson.MAPPER.writeValueAsBytes(answer.body());
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    if (answer.replayed()) {
      headers.set("Idempotency-Replayed", "true");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static final class BadRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final String reason;

    BadRequest(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
