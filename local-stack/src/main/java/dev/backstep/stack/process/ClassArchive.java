package dev.backstep.stack.process;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes that a JVM of a stack for tests stores when it stops, and that speed up its next
 * start. The JVM refuses an archive that was made from other jars and then does not make a new one,
 * so each state of the jars has its own file.
 */
record ClassArchive(Path file) {

  /**
   * The archive for that class path; those of the part's earlier ones are removed. Tests start with
   * an empty directory each time, from the same jars: they share one place.
   */
  static ClassArchive of(Part part, Layout layout, List<Path> classPath) {
    Path archives = TextFile.directory(layout.root().testClassArchives());
    Path file = file(archives, part, classPath);
    Jars.removeOthers(archives, prefix(part), file);
    return new ClassArchive(file);
  }

  /** Whether there is one in that directory for that class path. */
  static boolean isIn(Path archives, Part part, List<Path> classPath) {
    return Files.exists(file(archives, part, classPath));
  }

  private static Path file(Path archives, Part part, List<Path> classPath) {
    return archives.resolve(prefix(part) + Jars.fingerprint(classPath) + ".jsa");
  }

  private static String prefix(Part part) {
    return part.label() + "-";
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
