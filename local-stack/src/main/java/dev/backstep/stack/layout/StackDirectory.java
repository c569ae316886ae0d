package dev.backstep.stack.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The data directory of one stack: where each file is, and the settings it was made with. */
public record StackDirectory(Path path) {
  private static final String PID = ".pid";
  private static final String PORT_BASE = "port-base";
  private static final String PURPOSE = "purpose";
  private static final String REACH = "reach";

  public StackDirectory {
    path = path.toAbsolutePath().normalize();
  }

  /** Where servers and services keep the files of that name. */
  public Path of(String name) {
    return path.resolve(name);
  }

  public Path log(String name) {
    return TextFile.directory(of("logs")).resolve(name + ".log");
  }

  public Path pidFile(Instance instance) {
    return TextFile.directory(of("run")).resolve(instance.name() + PID);
  }

  /** Locked while processes are started or stopped. */
  public Path lockFile() {
    return TextFile.directory(path).resolve("lock");
  }

  public Path configuration(String file) {
    return of("config").resolve(file);
  }

  public Path secret(String file) {
    return of("secrets").resolve(file);
  }

  /** The settings of the stack that was made here, or nothing if none was. */
  public Optional<StackSettings> settings() {
    Map<String, String> stored = TextFile.readProperties(of("stack.properties"));
    return Optional.ofNullable(stored.get(PORT_BASE))
        .map(base -> new StackSettings(Integer.parseInt(base), purpose(stored), reach(stored)));
  }

  private static Purpose purpose(Map<String, String> stored) {
    return Purpose.valueOf(stored.getOrDefault(PURPOSE, Purpose.USE.name()));
  }

  private static Reach reach(Map<String, String> stored) {
    return Reach.valueOf(stored.getOrDefault(REACH, Reach.LOOPBACK.name()));
  }

  /** Remembers the settings for later commands. */
  public void remember(StackSettings settings) {
    TextFile.writeProperties(
        of("stack.properties"),
        Map.of(
            PORT_BASE,
            String.valueOf(settings.portBase()),
            PURPOSE,
            settings.purpose().name(),
            REACH,
            settings.reach().name()));
  }

  /** The processes that were started here and not stopped; some may be dead. */
  public List<Instance> started() {
    try (Stream<Path> files = Files.list(TextFile.directory(of("run")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PID))
          .flatMap(name -> named(name).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Instance> named(String pidFile) {
    return Instance.named(pidFile.substring(0, pidFile.length() - PID.length()));
  }
}
