package dev.backstep.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The state of a class path, as part of the names of files that were made from it: a JVM may take a
 * file that was made from earlier jars of the same names and sizes, without a word.
 */
final class Jars {
  private Jars() {}

  /** Another one after each build. */
  static String fingerprint(List<Path> classPath) {
    return Integer.toHexString(classPath.stream().map(Jars::state).toList().hashCode());
  }

  private static int state(Path jar) {
    try {
      return Objects.hash(
          jar.toString(), Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the files with that prefix, except those whose names begin with that of the kept. */
  static void removeOthers(Path directory, String prefix, Path kept) {
    String name = kept.getFileName().toString();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.filter(file -> isOther(file, prefix, name)).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOther(Path file, String prefix, String kept) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix) && !name.startsWith(kept);
  }
}
