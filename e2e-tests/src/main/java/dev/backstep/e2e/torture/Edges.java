package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.service.ServiceConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A proxy on every edge. A broker sends its clients to the address that it advertises, so each
 * client has a listener of its own there, which advertises the client's proxy.
 */
final class Edges implements AutoCloseable {
  /** Behind the ports of the instances that are used here. */
  private static final int FIRST_LISTENER = 60;

  private final Layout layout;
  private final Map<Edge, TcpProxy> proxies = new LinkedHashMap<>();
  private final Map<Instance, Integer> listeners = new LinkedHashMap<>();

  /** Opens a proxy for each edge of those processes. */
  Edges(Layout layout, List<Instance> services) {
    this.layout = layout;
    int port = layout.settings().portBase() + FIRST_LISTENER;
    for (var service : services) {
      listeners.put(service, port);
      open(new Edge(service, Part.KAFKA), port++);
      open(new Edge(service, Part.POSTGRES), layout.port(Part.POSTGRES));
      others(service.part())
          .forEach(server -> open(new Edge(service, server), layout.port(server)));
    }
  }

  private static Set<Part> others(Part service) {
    return switch (service) {
      case ORDER_SERVICE -> Set.of(Part.REDIS, Part.POSTGRES_REPLICA);
      case INVENTORY_SERVICE -> Set.of(Part.REDIS);
      case PAYMENT_SERVICE -> Set.of(Part.GATEWAY);
      case SAGA_ORCHESTRATOR -> Set.of();
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS, LRA_COORDINATOR ->
          throw new IllegalArgumentException(service + " is no client");
    };
  }

  private void open(Edge edge, int target) {
    proxies.put(edge, new TcpProxy(target));
  }

  List<Edge> all() {
    return List.copyOf(proxies.keySet());
  }

  void mood(Edge edge, Mood mood) {
    var proxy = proxies.get(edge);
    if (proxy != null) {
      proxy.mood(mood);
    }
  }

  private int port(Instance client, Part server) {
    var proxy = proxies.get(new Edge(client, server));
    if (proxy == null) {
      throw new IllegalArgumentException("no proxy from " + client.name() + " to " + server);
    }
    return proxy.port();
  }

  /** What a service must be told to go through its proxies. */
  Map<String, String> settingsOf(Instance service) {
    var settings = new TreeMap<String, String>();
    settings.put("quarkus.datasource.jdbc.url", jdbc(service, Part.POSTGRES));
    settings.put("kafka.bootstrap.servers", address(service, Part.KAFKA));
    for (var other : others(service.part())) {
      switch (other) {
        case GATEWAY ->
            settings.put("backstep.gateway.url", "http://" + address(service, Part.GATEWAY));
        case REDIS -> settings.put("quarkus.redis.hosts", redis(address(service, Part.REDIS)));
        case POSTGRES_REPLICA ->
            settings.put(
                "backstep.reads.replicas.%s.url".formatted(other.label()), jdbc(service, other));
        case POSTGRES,
            KAFKA,
            TOKENS,
            ORDER_SERVICE,
            INVENTORY_SERVICE,
            PAYMENT_SERVICE,
            SAGA_ORCHESTRATOR,
            LRA_COORDINATOR ->
            throw new IllegalStateException(other + " has an edge of each service, or none");
      }
    }
    return settings;
  }

  private String jdbc(Instance client, Part server) {
    return "jdbc:postgresql://%s/%s"
        .formatted(address(client, server), Databases.of(client.part()));
  }

  private String redis(String address) {
    return ServiceConfiguration.redis(layout)
        .replace(layout.address(Instance.of(Part.REDIS)), address);
  }

  private String address(Instance client, Part server) {
    return "127.0.0.1:" + port(client, server);
  }

  /** What the broker must be told to send each client back to its own proxy. */
  Map<String, String> brokerSettings() {
    var own = layout.url(Part.KAFKA);
    var listening = new ArrayList<>(List.of("PLAINTEXT://" + own, controller()));
    var advertised = new ArrayList<>(List.of("PLAINTEXT://" + own));
    var protocols = new ArrayList<>(List.of("PLAINTEXT:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
    listeners.forEach((service, port) -> {
      var name = "EDGE" + port;
      listening.add("%s://127.0.0.1:%d".formatted(name, port));
      advertised.add("%s://127.0.0.1:%d".formatted(name, port(service, Part.KAFKA)));
      protocols.add(name + ":PLAINTEXT");
    });
    return Map.of(
        "listeners", String.join(",", listening),
        "advertised.listeners", String.join(",", advertised),
        "listener.security.protocol.map", String.join(",", protocols),
        "inter.broker.listener.name", "PLAINTEXT");
  }

  private String controller() {
    var ports = Topology.ports(Instance.of(Part.KAFKA), layout.settings().portBase());
    return "CONTROLLER://127.0.0.1:" + ports.getLast();
  }

  @Override
  public void close() {
    proxies.values().forEach(TcpProxy::close);
  }
}
