package dev.backstep.stack.process;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM of a stack that is used has learnt by its first regular stop after a build: its
 * classes, read and linked, and which methods were hot and how they were called (JEP 483, JEP 515).
 * Its next starts begin with that. Each state of the jars has its own file.
 */
record AotCache(Path file, boolean learns) {
  private static final String SUFFIX = ".aot";

  /**
   * The cache for that class path; the part's earlier ones are removed. Only the first instance
   * learns, or two would write one file.
   */
  static AotCache of(Instance instance, Layout layout, List<Path> classPath) {
    return in(directory(layout), instance, classPath);
  }

  static AotCache in(Path directory, Instance instance, List<Path> classPath) {
    Path caches = TextFile.directory(directory);
    Path file = caches.resolve(prefix(instance) + Jars.fingerprint(classPath) + SUFFIX);
    Jars.removeOthers(caches, prefix(instance), file);
    return new AotCache(file, instance.number() == 1);
  }

  /** Where all caches of that stack are; it may not be there yet. */
  static Path directory(Layout layout) {
    return layout.directory().of("cds");
  }

  /** How the names of the part's files begin. */
  static String prefix(Instance instance) {
    return instance.part().label() + "-";
  }

  /** Begins a training run where there is no cache yet. */
  List<String> flags() {
    if (Files.exists(file)) {
      return quietly("-XX:AOTCache=" + file);
    }
    return learns ? quietly("-XX:AOTCacheOutput=" + TrainingRun.begin(file).output()) : List.of();
  }

  /** Without the JVM's remarks on caches, which would go to standard output. */
  private static List<String> quietly(String flag) {
    return List.of(flag, "-Xlog:cds*=off", "-Xlog:aot*=off");
  }
}
