package dev.backstep.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files and directories that are made whole or not at all, whoever else makes the same at the same
 * time.
 */
public final class MadeOnce {
  private MadeOnce() {}

  /** What fills a new file or directory. */
  public interface Filling {
    void fill(Path fresh) throws IOException;
  }

  /** Makes the target unless it exists: under another name first, which is then renamed. */
  public static Path at(Path target, Filling filling) {
    if (Files.exists(target)) {
      return target;
    }
    try {
      Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
      Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
      filling.fill(fresh);
      return keepFirst(fresh, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path keepFirst(Path fresh, Path target) throws IOException {
    try {
      return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(fresh);
      if (Files.exists(target)) {
        return target;
      }
      throw e;
    }
  }

  /** Deletes the file or directory with all that is in it, if it exists. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
