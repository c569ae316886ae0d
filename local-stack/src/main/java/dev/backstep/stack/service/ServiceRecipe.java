package dev.backstep.stack.service;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.Recipe;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** One instance of a Quarkus service, as built by its module. */
public final class ServiceRecipe implements Recipe {
  /** Above the application.properties inside the jar (250), below the environment (300). */
  public static final String ORDINAL = "275";

  /** A stack on a desk may run for weeks. */
  private static final Duration SERVICE_TOKEN = Duration.ofDays(365);

  private final Layout layout;
  private final Instance instance;

  public ServiceRecipe(Layout layout, Instance instance) {
    this.layout = layout;
    this.instance = instance;
  }

  @Override
  public Launch prepare() {
    Path jar = layout.root().serviceJar(instance.part());
    if (!Files.exists(jar)) {
      throw new StackFailure(
          "%s is not built: run ./mvnw -DskipTests package".formatted(instance.part().label()));
    }
    Path configuration = configure();
    Path runnable = runnable(jar);
    var command = Jvm.flags(instance, layout, List.of(runnable));
    command.addAll(overrides().jvmFlags());
    command.add("-Dquarkus.profile=local");
    command.add("-Dquarkus.config.locations=" + configuration);
    command.addAll(List.of("-jar", runnable.toString()));
    return new Launch(command, layout.directory().path());
  }

  private Path runnable(Path jar) {
    return layout.settings().purpose() == Purpose.USE
        ? ServiceCopy.of(layout, instance.part())
        : jar;
  }

  /** What the orchestrator shows the coordinator of its own LRAs, wherever that runs. */
  public static String serviceToken(Layout layout) {
    return TokenMint.of(layout).token(Role.SERVICE, Part.SAGA_ORCHESTRATOR.label(), SERVICE_TOKEN);
  }

  private Overrides overrides() {
    return new Overrides(layout.directory(), instance);
  }

  private Path configure() {
    if (instance.part() == Part.SAGA_ORCHESTRATOR) {
      TextFile.write(ServiceConfiguration.lraToken(layout), serviceToken(layout));
    }
    Path file = layout.directory().configuration(instance.name() + ".properties");
    var entries = new TreeMap<>(ServiceConfiguration.of(layout, instance));
    if (layout.settings().purpose() == Purpose.TESTS && instance.part().isService()) {
      entries.putAll(ServiceConfiguration.traces(layout));
    }
    entries.putAll(overrides().settings());
    entries.put("config_ordinal", ORDINAL);
    TextFile.writeProperties(file, entries);
    return file;
  }
}
