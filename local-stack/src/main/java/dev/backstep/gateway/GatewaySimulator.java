package dev.backstep.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * The payment gateway simulator as a process: {@code --port N --data DIR}. It listens on 127.0.0.1
 * alone unless {@code --host ADDRESS} follows, and after any kind of death the next start knows
 * every effect it ever answered.
 */
public final class GatewaySimulator implements AutoCloseable {
  /** Connections that wait to be accepted: a burst of clients after a restart. */
  private static final int BACKLOG = 1_024;

  /** Longer than clients keep an idle connection, so that they, not we, end it. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** Idle connections kept, several service instances with full bulkheads. */
  private static final int MAX_IDLE_CONNECTIONS = 10_000;

  private static final System.Logger LOG = System.getLogger(GatewaySimulator.class.getName());

  private final HttpServer server;
  private final LedgerFile ledger;

  private GatewaySimulator(HttpServer server, LedgerFile ledger) {
    this.server = server;
    this.ledger = ledger;
  }

  /** Starts it and returns when requests are answered; port 0 takes any free one. */
  public static GatewaySimulator start(int port, Path dataDirectory) throws IOException {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), dataDirectory);
  }

  private static GatewaySimulator start(InetSocketAddress address, Path dataDirectory)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", String.valueOf(IDLE.toSeconds()));
    System.setProperty(
        "sun.net.httpserver.maxIdleConnections", String.valueOf(MAX_IDLE_CONNECTIONS));
    var server = HttpServer.create(address, BACKLOG);
    var ledger = LedgerFile.open(dataDirectory);
    var acquirer = new Acquirer(ledger, Clock.systemUTC(), UUID::randomUUID);
    Ledger.forEach(dataDirectory, acquirer::restore);
    server.createContext("/", new HttpApi(acquirer, ledger, dataDirectory));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new GatewaySimulator(server, ledger);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    ledger.close();
  }

  /** Runs until the process is ended. Exit code 2: wrong arguments; 1: cannot start. */
  public static void main(String[] args) {
    var given = List.of(args);
    if (!isUsage(given)) {
      LOG.log(System.Logger.Level.ERROR, "usage: GatewaySimulator --port N --data DIR [--host A]");
      System.exit(2);
    }
    try {
      var host =
          given.size() == 6 ? given.get(5) : InetAddress.getLoopbackAddress().getHostAddress();
      var address = new InetSocketAddress(host, Integer.parseInt(given.get(1)));
      var gateway = start(address, Path.of(given.get(3)));
      LOG.log(
          System.Logger.Level.INFO, "gateway simulator on {0}:{1,number,#}", host, gateway.port());
    } catch (IOException | NumberFormatException e) {
      LOG.log(System.Logger.Level.ERROR, "the gateway cannot start: {0}", e.getMessage());
      System.exit(1);
    }
  }

  private static boolean isUsage(List<String> given) {
    return (given.size() == 4 || (given.size() == 6 && given.get(4).equals("--host")))
        && given.get(0).equals("--port")
        && given.get(2).equals("--data");
  }
}
