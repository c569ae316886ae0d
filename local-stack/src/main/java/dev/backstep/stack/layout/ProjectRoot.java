package dev.backstep.stack.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkout that the processes are started from. */
public record ProjectRoot(Path path) {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  /**
   * The checkout named by the system property {@code backstep.home}, else the one around the
   * working directory.
   */
  public static ProjectRoot find() {
    String home = System.getProperty("backstep.home");
    Path start = Path.of(home == null || home.isBlank() ? "" : home).toAbsolutePath().normalize();
    for (@Nullable Path path = start; path != null; path = path.getParent()) {
      if (Files.exists(path.resolve("backstep"))
          && Files.isDirectory(path.resolve("local-stack"))) {
        return new ProjectRoot(path);
      }
    }
    throw new StackFailure(start + " is in no checkout of Backstep: set -Dbackstep.home");
  }

  /** The jars that every process of this module finds on its class path. */
  public Path libraries() {
    Path libraries = target().resolve("lib");
    if (!Files.isDirectory(libraries)) {
      throw new StackFailure(libraries + " is missing: run ./mvnw -DskipTests package");
    }
    return libraries;
  }

  private Path target() {
    return path.resolve("local-stack/target");
  }

  /** Where the services that tests start store their classes; gone with the next clean build. */
  public Path testClassArchives() {
    return path.resolve("target/class-archives");
  }

  /** Kafka's own class path: never the caller's, which may hold another version of it. */
  public List<Path> brokerClassPath() {
    try (Stream<Path> jars = Files.list(libraries())) {
      // In one order everywhere, since class data archives ask for it; without the archives of
      // programs.
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .filter(jar -> !jar.getFileName().toString().startsWith("embedded-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path for main classes of this module. */
  public List<Path> classPath() {
    return Stream.concat(Stream.of(ownClasses()), brokerClassPath().stream()).toList();
  }

  private Path ownClasses() {
    Path jar = target().resolve("local-stack-" + VERSION + ".jar");
    Path classes = target().resolve("classes");
    return loadedFrom(classes) || !Files.exists(jar) ? classes : jar;
  }

  private static boolean loadedFrom(Path classes) {
    try {
      var source = ProjectRoot.class.getProtectionDomain().getCodeSource();
      return source != null && Path.of(source.getLocation().toURI()).equals(classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The library whose file name starts so. */
  public Path library(String prefix) {
    try (Stream<Path> jars = Files.list(libraries())) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
          .max(Path::compareTo)
          .orElseThrow(() -> missing(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StackFailure missing(String prefix) {
    return new StackFailure(
        "local-stack/target/lib has no %s*.jar: run ./mvnw -DskipTests package, on Linux or macOS"
            .formatted(prefix));
  }

  /** What starts that service; it may not be built yet. */
  public Path serviceJar(Part service) {
    return path.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
