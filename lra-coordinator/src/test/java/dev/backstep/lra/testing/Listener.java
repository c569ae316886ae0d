package dev.backstep.lra.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where a participant is expected, and hears what it is told. */
public final class Listener implements AutoCloseable {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private Listener(HttpServer server) {
    this.server = server;
  }

  /** In the place of order-service. */
  public static Listener open() {
    try {
      int port = TestStack.current().processes().layout().port(Part.ORDER_SERVICE);
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var listener = new Listener(server);
      server.createContext("/", listener::hear);
      server.start();
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hear(HttpExchange exchange) throws IOException {
    heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    shown.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    shown.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Methods and paths. */
  public List<String> heard() {
    return heard;
  }

  /** Tokens and cookies. */
  public List<String> shown() {
    return shown;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
