package dev.backstep.stack.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an experiment wants different for one process: settings in place of the stack's own, and
 * flags for its JVM. Read at each start of the process; empty unless somebody wrote them.
 */
public record Overrides(StackDirectory directory, Instance instance) {
  /** Settings that win over those of the stack, by the names that the process knows. */
  public Map<String, String> settings() {
    return TextFile.readProperties(file(".properties"));
  }

  /** Flags behind those of the stack, one a line. */
  public List<String> jvmFlags() {
    return TextFile.read(file(".flags")).map(text -> text.lines().toList()).orElseGet(List::of);
  }

  /** Takes effect at the next start. */
  public void write(Map<String, String> settings, List<String> jvmFlags) {
    TextFile.directory(directory.of("overrides"));
    TextFile.writeProperties(file(".properties"), settings);
    TextFile.write(file(".flags"), String.join("\n", jvmFlags));
  }

  /** From its next start on the process is as the stack makes it. */
  public void clear() {
    try {
      Files.deleteIfExists(file(".properties"));
      Files.deleteIfExists(file(".flags"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String ending) {
    return directory.of("overrides").resolve(instance.name() + ending);
  }
}
