package dev.backstep.stack.testing.containers;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.backstep.stack.kafka.BrokerSettings;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * How each server is told in a container what its process is told: by the images of the compose
 * file.
 */
record ContainerRecipes(Layout layout, ContainerNames names) {
  private static final int POSTGRES_PORT = 5432;
  private static final int KAFKA_PORT = 9092;
  private static final int REDIS_PORT = 6379;
  private static final int READABLE = 0444;
  private static final int EXECUTABLE = 0555;

  private static final String DATA = "/var/lib/postgresql/18/docker";
  private static final String SETTINGS = "/etc/backstep.conf";

  GenericContainer<?> of(Instance instance) {
    provideNetwork();
    return switch (instance.part()) {
      case POSTGRES -> primary(instance);
      case POSTGRES_REPLICA -> replica(instance);
      case KAFKA -> kafka(instance);
      case REDIS -> redis(instance);
      case GATEWAY,
          TOKENS,
          ORDER_SERVICE,
          INVENTORY_SERVICE,
          PAYMENT_SERVICE,
          SAGA_ORCHESTRATOR,
          LRA_COORDINATOR ->
          throw new IllegalArgumentException(instance.name() + " runs in no container");
    };
  }

  // Servers start side by side, and an engine makes two networks of one name.
  private void provideNetwork() {
    synchronized (ContainerRecipes.class) {
      var client = DockerClientFactory.instance().client();
      if (client.listNetworksCmd().withNameFilter(names.network()).exec().isEmpty()) {
        client.createNetworkCmd().withName(names.network()).exec();
      }
    }
  }

  private GenericContainer<?> primary(Instance instance) {
    return postgres(instance)
        .withEnv("POSTGRES_PASSWORD_FILE", "/run/secrets/password")
        .withEnv(
            "POSTGRES_INITDB_ARGS",
            "--encoding=UTF8 --locale-provider=builtin --locale=C.UTF-8 --no-sync")
        .withCopyToContainer(password(Databases.SUPERUSER), "/run/secrets/password")
        .withCopyFileToContainer(
            script("allow-replication.sh"), "/docker-entrypoint-initdb.d/allow-replication.sh");
  }

  private GenericContainer<?> replica(Instance instance) {
    return postgres(instance)
        .withCreateContainerCmdModifier(
            create -> create.withEntrypoint("bash", "/usr/local/bin/follow-primary.sh"))
        .withCopyToContainer(password(Databases.REPLICATOR), "/run/secrets/replicator-password")
        .withCopyFileToContainer(script("follow-primary.sh"), "/usr/local/bin/follow-primary.sh");
  }

  private GenericContainer<?> postgres(Instance instance) {
    return container(NeededImages.POSTGRES, instance, POSTGRES_PORT)
        .withEnv("PGDATA", DATA)
        .withCopyToContainer(
            Transferable.of(PostgresSettings.of(layout, instance.part()), READABLE), SETTINGS)
        .withCommand(
            "postgres",
            "-c",
            "config_file=" + SETTINGS,
            "-c",
            "data_directory=" + DATA,
            "-c",
            "listen_addresses=*",
            "-c",
            "port=" + POSTGRES_PORT,
            "-c",
            "unix_socket_directories=/var/run/postgresql");
  }

  private GenericContainer<?> kafka(Instance instance) {
    var settings = new HashMap<>(BrokerSettings.of(layout, Path.of("/var/lib/kafka/data")));
    settings.put("listeners", "PLAINTEXT://:%d,CONTROLLER://:9093".formatted(KAFKA_PORT));
    settings.put("controller.quorum.voters", "1@localhost:9093");
    return container(NeededImages.KAFKA, instance, KAFKA_PORT)
        .withEnv(asEnvironment(settings))
        .withEnv("CLUSTER_ID", "YmFja3N0ZXAtLS0tdGVzdA")
        .withEnv("KAFKA_HEAP_OPTS", "-Xms64m -Xmx320m");
  }

  private static Map<String, String> asEnvironment(Map<String, String> settings) {
    var environment = new HashMap<String, String>();
    settings.forEach((name, value) ->
        environment.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    return environment;
  }

  private GenericContainer<?> redis(Instance instance) {
    return container(NeededImages.REDIS, instance, REDIS_PORT)
        .withCommand(
            "redis-server",
            "--requirepass",
            layout.secrets().password(Secrets.REDIS),
            "--appendonly",
            "no",
            "--save",
            "");
  }

  /** On the layout's port of 127.0.0.1. Whether it answers is found out in its own protocol. */
  private GenericContainer<?> container(String image, Instance instance, int port) {
    var binding = Ports.Binding.bindIpAndPort("127.0.0.1", layout.port(instance));
    var container = new GenericContainer<>(DockerImageName.parse(image));
    return container
        .withNetworkMode(names.network())
        .withExposedPorts(port)
        .withCreateContainerCmdModifier(create -> {
          create.withName(names.of(instance)).withAliases(instance.part().label());
          var host = create.getHostConfig();
          if (host != null) {
            host.withPortBindings(new PortBinding(binding, new ExposedPort(port)));
          }
        })
        .waitingFor(new NoWait());
  }

  private Transferable password(String role) {
    return Transferable.of(layout.secrets().password(role), READABLE);
  }

  private MountableFile script(String name) {
    return MountableFile.forHostPath(
        layout.root().path().resolve("containers/postgres").resolve(name), EXECUTABLE);
  }
}
