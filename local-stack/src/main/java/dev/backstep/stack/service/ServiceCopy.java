package dev.backstep.stack.service;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.process.MadeOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A built service, copied into the data directory. A build replaces the original, and a process
 * that runs from it would then miss the classes that it has not loaded yet.
 */
public final class ServiceCopy {
  private ServiceCopy() {}

  /** The copy's jar; a service that was built again gets a new copy. */
  static Path of(Layout layout, Part service) {
    Path jar = layout.root().serviceJar(service);
    Path original = jar.resolveSibling(".").normalize();
    String name = service.label() + "-" + Long.toHexString(builtAt(jar));
    Path copy = MadeOnce.at(directory(layout).resolve(name), fresh -> copy(original, fresh));
    return copy.resolve(jar.getFileName());
  }

  /** Removes all copies. Only for a stack that does not run. */
  public static void removeAll(Layout layout) {
    try {
      MadeOnce.delete(directory(layout));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(Layout layout) {
    return layout.directory().of("apps");
  }

  private static long builtAt(Path jar) {
    try {
      return Files.getLastModifiedTime(jar).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path each : walk.toList()) {
        // With their times, so that a class data archive made from an equal copy still fits.
        Path target = to.resolve(from.relativize(each).toString());
        Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
