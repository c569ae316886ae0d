package dev.backstep.stack.kafka;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** One broker that is its own controller, in a JVM with its own class path. */
public final class KafkaRecipe implements Recipe {
  private final Layout layout;
  private final Path home;

  public KafkaRecipe(Layout layout) {
    this.layout = layout;
    this.home = layout.directory().of("kafka");
  }

  @Override
  public Launch prepare() {
    Path configuration = TextFile.directory(home).resolve("server.properties");
    var settings = new HashMap<>(BrokerSettings.of(layout, home.resolve("data")));
    settings.putAll(new Overrides(layout.directory(), Instance.of(Part.KAFKA)).settings());
    TextFile.writeProperties(configuration, settings);
    Path formatted = home.resolve("formatted");
    if (!Files.exists(formatted)) {
      format(configuration);
      TextFile.write(formatted, "");
    }
    return java(
        Jvm.command(Instance.of(Part.KAFKA), layout, classPath()),
        "kafka.Kafka",
        configuration.toString());
  }

  private void format(Path configuration) {
    // Kept before it is used: a format that was cut off goes on with the same id.
    Path id = home.resolve("cluster-id");
    String cluster = TextFile.read(id).orElseGet(() -> Uuid.randomUuid().toString());
    TextFile.write(id, cluster);
    var storageTool = List.of("format", "--ignore-formatted", "-t", cluster, "-c");
    var arguments = new ArrayList<>(List.of("kafka.tools.StorageTool"));
    arguments.addAll(storageTool);
    arguments.add(configuration.toString());
    Command.run(java(quickStart(), arguments.toArray(String[]::new))).orFail("kafka format");
  }

  private List<Path> classPath() {
    return layout.root().brokerClassPath();
  }

  private List<String> quickStart() {
    var flags = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp");
    return Stream.of(List.of(Jvm.java()), flags, List.of(Jvm.joined(classPath())))
        .flatMap(List::stream)
        .toList();
  }

  private Launch java(List<String> jvm, String... arguments) {
    var command = new ArrayList<>(jvm);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    // Kafka unmaps its files through it; the warning would head every log.
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of(arguments));
    return new Launch(command, home);
  }

  @Override
  public void afterReady() {
    TopicSetup.createMissing(layout.url(Part.KAFKA));
  }

  /** The port of the controller, which no client uses. */
  static int controllerPort(Layout layout) {
    return Topology.ports(Instance.of(Part.KAFKA), layout.settings().portBase()).getLast();
  }
}
