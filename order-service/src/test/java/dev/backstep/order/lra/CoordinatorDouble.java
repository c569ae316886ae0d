package dev.backstep.order.lra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** Stands where the coordinator is expected and answers joins as a test wants it. */
final class CoordinatorDouble implements AutoCloseable {
  private final List<String> links = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private CoordinatorDouble(HttpServer server) {
    this.server = server;
  }

  /** Answers each join with that status, told the links. */
  static CoordinatorDouble answering(ToIntFunction<String> status) {
    try {
      int port = TestStack.current().processes().layout().port(Part.LRA_COORDINATOR);
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = HttpServer.create(address, 0);
      var coordinator = new CoordinatorDouble(server);
      server.createContext("/", exchange -> coordinator.answer(exchange, status));
      server.start();
      return coordinator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String newLra() {
    return TestStack.current().processes().layout().url(Part.LRA_COORDINATOR)
        + "/lra-coordinator/"
        + UUID.randomUUID();
  }

  private void answer(HttpExchange exchange, ToIntFunction<String> status) throws IOException {
    var link = String.valueOf(exchange.getRequestHeaders().getFirst("Link"));
    links.add(link);
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.sendResponseHeaders(status.applyAsInt(link), -1);
    exchange.close();
  }

  List<String> links() {
    return links;
  }

  List<String> tokens() {
    return tokens;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
