package dev.backstep.e2e.secure;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stack whose services get the settings of the pattern for production: TLS to PostgreSQL, Kafka
 * and Redis with the names of the certificates looked at, a user and rights of its own for each at
 * the broker. Provisioned by the same command as there. What observes them goes by the loopback
 * ports without TLS, which are there as well.
 */
final class GuardedStack implements AutoCloseable {
  /** Behind the ports of everything else in a stack. */
  private static final int SAFE_KAFKA = 97;

  private static final int SAFE_REDIS = 98;
  private static final int SAFE_ORDERS = 99;

  private static final Set<Part> SERVERS =
      EnumSet.of(Part.POSTGRES, Part.POSTGRES_REPLICA, Part.KAFKA, Part.REDIS, Part.GATEWAY);

  private final TestStack stack;
  private final Authority authority;
  private final Map<String, String> passwords = new TreeMap<>();

  private GuardedStack(TestStack stack, Authority authority) {
    this.stack = stack;
    this.authority = authority;
  }

  static GuardedStack start() throws IOException, SQLException, GeneralSecurityException {
    var servers = TestStack.ofProcesses(Path.of("target", "guarded-stack"), Set.of());
    try {
      var authority = Authority.in(servers.processes().layout().directory().of("authority"));
      var guarded = new GuardedStack(servers, authority);
      guarded.startServers();
      guarded.provision();
      guarded.startServices();
      return guarded;
    } catch (IOException | SQLException | GeneralSecurityException | RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  private void startServers() throws IOException, SQLException {
    override(Part.KAFKA, broker());
    override(Part.REDIS, redis());
    stack.with(SERVERS);
    for (Part server : List.of(Part.POSTGRES, Part.POSTGRES_REPLICA)) {
      new SafePostgres(layout(), server).present(authority);
    }
  }

  private Map<String, String> broker() {
    var settings = new TreeMap<String, String>();
    var plain = "PLAINTEXT://" + layout().url(Part.KAFKA);
    var controller = "CONTROLLER://127.0.0.1:" + ports(Part.KAFKA).getLast();
    var safe = "SAFE://" + kafka();
    settings.put("listeners", String.join(",", plain, controller, safe));
    settings.put("advertised.listeners", String.join(",", plain, safe));
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SAFE:SASL_SSL");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.location", authority.bothFile().toString());
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.safe.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    // Whoever is on the machine itself: the broker, its controller, the audit.
    settings.put("super.users", "User:ANONYMOUS");
    return settings;
  }

  private Map<String, String> redis() {
    return Map.of(
        "tls-port", String.valueOf(port(SAFE_REDIS)),
        "tls-cert-file", authority.certificateFile().toString(),
        "tls-key-file", authority.keyFile().toString(),
        "tls-ca-cert-file", authority.caFile().toString(),
        "tls-auth-clients", "no");
  }

  /** As README.md of the manifests tells to. */
  private void provision() {
    for (Part service : Part.services()) {
      passwords.put("kafka." + service.label(), "for-" + service.label());
      for (var role : List.of(Databases.of(service), Databases.ownerOf(service))) {
        passwords.put("postgres." + role, stack.password(role));
      }
    }
    var kafka = Map.of("bootstrap.servers", layout().url(Part.KAFKA));
    var postgres =
        Map.of(
            "url", safely(layout().url(Part.POSTGRES)),
            "user", Databases.SUPERUSER,
            "password", stack.password(Databases.SUPERUSER));
    var command =
        List.of(
            Jvm.java(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            Jvm.joined(layout().root().classPath()),
            "dev.backstep.stack.cli.Backstep",
            "provision",
            "--kafka",
            file("kafka", kafka),
            "--copies",
            "1",
            "--postgres",
            file("postgres", postgres),
            "--passwords",
            file("passwords", passwords));
    Command.run(new Launch(command, layout().directory().path())).orFail("provision");
  }

  private String file(String name, Map<String, String> entries) {
    var file = layout().directory().of("provision").resolve(name + ".properties");
    TextFile.writeProperties(file, entries);
    return file.toString();
  }

  private String safely(String url) {
    return url + "?sslmode=verify-full&sslrootcert=" + authority.caFile();
  }

  private void startServices() {
    for (Part service : Part.services()) {
      override(service, settings(service));
    }
    stack.with(Part.usual());
  }

  /** The pattern for production with the addresses of this stack, and the secrets beside it. */
  private Map<String, String> settings(Part service) {
    var pattern = ProjectRoot.find().path().resolve("deploy/kubernetes/production/settings");
    var settings = new TreeMap<String, String>();
    for (var file : List.of("common", service.label())) {
      TextFile.readProperties(pattern.resolve(file + ".properties"))
          .forEach((name, value) -> settings.put(here(name), here(value)));
    }
    settings.keySet().removeIf(GuardedStack::isOfOthers);
    settings.put("kafka.sasl.jaas.config", login(service));
    settings.put(
        "quarkus.redis.hosts",
        "rediss://:%s@%s".formatted(stack.password(Secrets.REDIS), redisAddress()));
    if (service == Part.ORDER_SERVICE) {
      settings.putAll(https());
    }
    return settings;
  }

  // Nobody plays the identity provider, nor a gateway with a certificate of its own.
  private static boolean isOfOthers(String name) {
    return name.startsWith("mp.jwt")
        || name.startsWith("quarkus.oidc")
        || name.startsWith("backstep.gateway")
        || name.startsWith("backstep.console")
        || name.equals("config_ordinal");
  }

  private String here(String value) {
    return value
        .replace(".replicas.replica.", ".replicas.%s.".formatted(Part.POSTGRES_REPLICA.label()))
        .replace("postgres.example.com:5432", "127.0.0.1:" + layout().port(Part.POSTGRES))
        .replace(
            "postgres-replica.example.com:5432",
            "127.0.0.1:" + layout().port(Part.POSTGRES_REPLICA))
        .replace("kafka.example.com:9093", kafka())
        .replace("/run/secrets/backstep/ca.pem", authority.caFile().toString());
  }

  private Map<String, String> https() {
    return Map.of(
        "quarkus.http.tls-configuration-name", "https",
        "quarkus.tls.https.key-store.pem.0.cert", authority.certificateFile().toString(),
        "quarkus.tls.https.key-store.pem.0.key", authority.keyFile().toString(),
        "quarkus.http.ssl-port", String.valueOf(port(SAFE_ORDERS)),
        // For whoever asks whether it is ready.
        "quarkus.http.insecure-requests", "enabled");
  }

  /** What a client of the broker shows it as that service. */
  String login(Part service) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(service.label(), passwords.get("kafka." + service.label()));
  }

  Authority authority() {
    return authority;
  }

  Layout layout() {
    return stack.processes().layout();
  }

  TestStack stack() {
    return stack;
  }

  /** Where the broker wants TLS and a password. */
  String kafka() {
    return "127.0.0.1:" + port(SAFE_KAFKA);
  }

  private String redisAddress() {
    return "127.0.0.1:" + port(SAFE_REDIS);
  }

  /** Where order-service answers by HTTPS. */
  String orders() {
    return "https://127.0.0.1:" + port(SAFE_ORDERS);
  }

  private List<Integer> ports(Part part) {
    return Topology.ports(Instance.of(part), layout().settings().portBase());
  }

  private int port(int offset) {
    return layout().settings().portBase() + offset;
  }

  private void override(Part part, Map<String, String> settings) {
    new Overrides(layout().directory(), Instance.of(part)).write(settings, List.of());
  }

  @Override
  public void close() {
    stack.close();
  }
}
