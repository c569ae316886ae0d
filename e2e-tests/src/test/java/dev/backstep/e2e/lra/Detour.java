package dev.backstep.e2e.lra;

import static org.awaitility.Awaitility.await;

import dev.backstep.stack.process.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Leads from the port of a process that is gone to another, as the name of a service does. */
final class Detour implements AutoCloseable {
  private final InetSocketAddress to;
  private final ServerSocket from;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  Detour(int from, int to) {
    this.to = Port.address(to);
    // Whoever was there may still be dying.
    this.from = await().ignoreExceptions().until(() -> listen(from), _ -> true);
    Thread.ofPlatform().daemon().name("detour").start(this::accept);
  }

  private static ServerSocket listen(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(Port.address(port));
    return socket;
  }

  private void accept() {
    while (!from.isClosed()) {
      try {
        lead(from.accept());
      } catch (IOException _) {
        // closed, or nobody there yet
      }
    }
  }

  private void lead(Socket client) throws IOException {
    sockets.add(client);
    try {
      var server = new Socket();
      sockets.add(server);
      server.connect(to);
      pour(client, server);
      pour(server, client);
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  private static void pour(Socket one, Socket other) {
    Thread.ofVirtual()
        .start(() -> {
          try (one;
              other) {
            one.getInputStream().transferTo(other.getOutputStream());
          } catch (IOException _) {
            // one of them has hung up
          }
        });
  }

  @Override
  public void close() throws IOException {
    from.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
