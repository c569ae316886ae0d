package dev.backstep.stack.service;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.token.SigningKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service is told about the stack around it: the same in a real process and in its tests.
 */
public final class ServiceConfiguration {
  private ServiceConfiguration() {}

  /** The configuration of that process, by Quarkus' names. Holds passwords. */
  public static Map<String, String> of(Layout layout, Instance instance) {
    var entries = new TreeMap<String, String>();
    entries.put("backstep.instance", instance.name());
    entries.put("quarkus.http.host", "127.0.0.1");
    entries.put("quarkus.http.port", String.valueOf(layout.port(instance)));
    entries.putAll(database(layout, instance.part()));
    if (instance.part().isService()) {
      entries.put("kafka.bootstrap.servers", layout.url(Part.KAFKA));
    }
    entries.put("mp.jwt.verify.issuer", layout.url(Part.TOKENS));
    entries.put(
        "mp.jwt.verify.publickey.location",
        SigningKey.publicKeyFile(layout.directory()).toUri().toString());
    entries.putAll(special(layout, instance.part()));
    return entries;
  }

  /** Where Redis answers, with its password in the way that clients understand. */
  public static String redis(Layout layout) {
    return "redis://:%s@%s"
        .formatted(
            layout.secrets().password(Secrets.REDIS), layout.address(Instance.of(Part.REDIS)));
  }

  /** Traces are told if the client asks for it, to whoever listens on the port of traces. */
  static Map<String, String> traces(Layout layout) {
    var port = Topology.portOfTraces(layout.settings().portBase());
    return Map.of(
        "quarkus.otel.sdk.disabled", "false",
        "quarkus.otel.traces.sampler.arg", "0",
        "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
        "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port,
        "quarkus.otel.bsp.schedule.delay", "200ms");
  }

  /** What the orchestrator shows the coordinator of its own LRAs. */
  static Path lraToken(Layout layout) {
    return layout.directory().secret("lra-token");
  }

  private static Map<String, String> database(Layout layout, Part service) {
    String database = Databases.of(service);
    String owner = Databases.ownerOf(service);
    return Map.of(
        "quarkus.datasource.jdbc.url",
        layout.url(Part.POSTGRES) + database,
        "quarkus.datasource.username",
        database,
        "quarkus.datasource.password",
        layout.secrets().password(database),
        "quarkus.flyway.username",
        owner,
        "quarkus.flyway.password",
        layout.secrets().password(owner));
  }

  private static Map<String, String> special(Layout layout, Part service) {
    return switch (service) {
      case ORDER_SERVICE -> orders(layout, service);
      case INVENTORY_SERVICE -> Map.of("quarkus.redis.hosts", redis(layout));
      case PAYMENT_SERVICE -> Map.of("backstep.gateway.url", layout.url(Part.GATEWAY));
      case SAGA_ORCHESTRATOR -> console(layout);
      case LRA_COORDINATOR -> coordinator(layout);
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS -> Map.of();
    };
  }

  private static Map<String, String> orders(Layout layout, Part service) {
    return Map.of(
        "backstep.lra.coordinator",
        layout.url(Part.LRA_COORDINATOR) + "/lra-coordinator",
        "backstep.lra.callbacks",
        layout.url(service),
        "backstep.lra.key",
        layout.secrets().password(Secrets.LRA_CALLBACKS),
        "quarkus.redis.hosts",
        redis(layout),
        "backstep.reads.token-key",
        layout.secrets().password(Secrets.COMMIT_TOKENS),
        "backstep.reads.replicas.%s.url".formatted(Part.POSTGRES_REPLICA.label()),
        layout.url(Part.POSTGRES_REPLICA) + Databases.of(service));
  }

  private static Map<String, String> coordinator(Layout layout) {
    return Map.of(
        "backstep.lra.url",
        layout.url(Part.LRA_COORDINATOR),
        "backstep.lra.callbacks",
        layout.url(Part.ORDER_SERVICE) + "/lra/",
        "backstep.lra.recovery.period",
        layout.settings().purpose() == Purpose.TESTS ? "1s" : "5s");
  }

  private static Map<String, String> console(Layout layout) {
    var entries = new TreeMap<String, String>();
    entries.put("backstep.console.environment", "local");
    entries.put("backstep.lra.coordinator", layout.url(Part.LRA_COORDINATOR) + "/lra-coordinator");
    entries.put("backstep.lra.token-file", lraToken(layout).toString());
    for (Part service : Part.services()) {
      if (service != Part.SAGA_ORCHESTRATOR) {
        entries.put("backstep.console.books.services." + service.label(), layout.url(service));
      }
    }
    for (String user : Secrets.CONSOLE_USERS) {
      entries.put("backstep.console.password." + user, layout.secrets().consolePassword(user));
    }
    return entries;
  }
}
