package dev.backstep.stack.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backstep.stack.process.Port;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a token to whoever asks, without a password: for trials only, and on 127.0.0.1 only. {@code
 * POST /token?role=customer&as=NAME} answers the token as plain text, {@code GET /jwks} the public
 * key.
 */
public final class TokenIssuer implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final TokenMint mint;
  private final HttpServer server;

  private TokenIssuer(TokenMint mint, HttpServer server) {
    this.mint = mint;
    this.server = server;
  }

  /** Starts one on that port of 127.0.0.1; 0 means any. */
  static TokenIssuer start(TokenMint mint, int port) throws IOException {
    var server = HttpServer.create(Port.address(port), 0);
    var issuer = new TokenIssuer(mint, server);
    server.createContext("/token", issuer.guarded("POST", issuer::token));
    server.createContext("/jwks", issuer.guarded("GET", issuer::jwks));
    server.start();
    return issuer;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private record Answer(int status, String contentType, String body) {}

  private interface Endpoint {
    Answer answer(Map<String, String> query);
  }

  private com.sun.net.httpserver.HttpHandler guarded(String method, Endpoint endpoint) {
    return exchange -> {
      try (exchange) {
        send(exchange, guardedAnswer(exchange, method, endpoint));
      }
    };
  }

  private Answer guardedAnswer(HttpExchange exchange, String method, Endpoint endpoint) {
    if (!isLocal(exchange)) {
      return new Answer(403, TEXT, "Only for 127.0.0.1 and localhost\n");
    }
    if (!exchange.getRequestMethod().equals(method)) {
      return new Answer(405, TEXT, "Use " + method + "\n");
    }
    return endpoint.answer(query(exchange));
  }

  // A web page that gives its own host name this address would read tokens otherwise.
  private boolean isLocal(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && Set.of("127.0.0.1:" + port(), "localhost:" + port()).contains(host);
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return Arrays.stream((query == null ? "" : query).split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (_, last) -> last));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Left as it came: it will be no role and no name, and is refused as such.
      return value;
    }
  }

  private Answer token(Map<String, String> query) {
    var role = Role.named(query.getOrDefault("role", ""));
    if (role.isEmpty()) {
      return new Answer(400, TEXT, "role must be one of " + Role.labels() + "\n");
    }
    String name = query.getOrDefault("as", role.get().label());
    if (!TokenMint.isName(name)) {
      return new Answer(400, TEXT, "as must be 1 to 64 letters, digits, or . _ @ -\n");
    }
    return new Answer(200, TEXT, mint.token(role.get(), name) + "\n");
  }

  private Answer jwks(Map<String, String> query) {
    return new Answer(200, "application/json", mint.jwks() + "\n");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
