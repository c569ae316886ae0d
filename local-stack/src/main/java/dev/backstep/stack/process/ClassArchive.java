package dev.backstep.stack.process;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The class data that a JVM stores when it stops, and that speeds up its next start. The JVM
 * refuses one that was made from other jars and then does not make a new one, so each state of the
 * jars has its own file.
 */
record ClassArchive(Path file) {

  /** The archive for that class path; those of the part's earlier ones are removed. */
  static ClassArchive of(Part part, Layout layout, List<Path> classPath) {
    Path archives = TextFile.directory(home(layout));
    String prefix = prefix(part);
    Path file = file(archives, part, classPath);
    try (Stream<Path> others = Files.list(archives)) {
      for (Path other : others.filter(each -> isOld(each, prefix, file)).toList()) {
        Files.deleteIfExists(other);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassArchive(file);
  }

  /** Whether there is one in that directory for that class path. */
  static boolean isIn(Path archives, Part part, List<Path> classPath) {
    return Files.exists(file(archives, part, classPath));
  }

  private static Path file(Path archives, Part part, List<Path> classPath) {
    return archives.resolve(prefix(part) + fingerprint(classPath) + ".jsa");
  }

  private static String prefix(Part part) {
    return part.label() + "-";
  }

  /** Tests start with an empty directory each time, from the same jars: they share one place. */
  private static Path home(Layout layout) {
    return switch (layout.settings().purpose()) {
      case USE -> layout.directory().of("cds");
      case TESTS -> layout.root().testClassArchives();
    };
  }

  private static boolean isOld(Path other, String prefix, Path current) {
    return other.getFileName().toString().startsWith(prefix) && !other.equals(current);
  }

  private static String fingerprint(List<Path> classPath) {
    return Integer.toHexString(classPath.stream().map(ClassArchive::state).toList().hashCode());
  }

  private static int state(Path jar) {
    try {
      return Objects.hash(
          jar.toString(), Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the JVM's remarks on archives, which would go to standard output. */
  List<String> flags() {
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + file,
        "-Xlog:cds*=off",
        "-Xlog:aot*=off");
  }
}
