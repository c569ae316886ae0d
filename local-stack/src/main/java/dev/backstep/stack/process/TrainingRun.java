package dev.backstep.stack.process;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;

/**
 * A run in which a JVM gathers what its next starts begin with. As it leaves, it writes down its
 * work, and starts a JVM that makes the cache from that. The output is empty until then, and is
 * used only after {@link #keep()}: one that was cut off is never taken for a cache.
 */
public record TrainingRun(Path output) {
  private static final String SUFFIX = ".new";

  /** Forgets what an earlier run for that cache left behind. */
  static TrainingRun begin(Path cache) {
    var run = new TrainingRun(cache.resolveSibling(cache.getFileName() + SUFFIX));
    run.discard();
    TextFile.write(run.output, "");
    return run;
  }

  /** The run that is under way, or was when the process ended without a good-bye. */
  public static Optional<TrainingRun> of(Instance instance, Layout layout) {
    return in(AotCache.directory(layout), instance);
  }

  static Optional<TrainingRun> in(Path directory, Instance instance) {
    if (instance.number() > 1 || !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    String outputs = AotCache.prefix(instance) + "*" + SUFFIX;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, outputs)) {
      Iterator<Path> each = found.iterator();
      return each.hasNext() ? Optional.of(new TrainingRun(each.next())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether the JVM has ended all that it was started for, and only the cache is still to be made.
   */
  public boolean hasLeftItsWork() {
    return isWritten(work());
  }

  /** Only for a JVM that left by itself: makes its output the cache, unless making that failed. */
  public void keep() {
    try {
      if (!Files.exists(work()) && isWritten(output)) {
        Files.move(output, cache(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    discard();
  }

  /** The next start begins another run. */
  public void discard() {
    try {
      Files.deleteIfExists(output);
      Files.deleteIfExists(work());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritten(Path file) {
    return file.toFile().length() > 0;
  }

  /**
   * The JVM's name for it. The file is there from the start, empty until the JVM leaves, and is
   * removed when the cache is made, and only then.
   */
  private Path work() {
    return output.resolveSibling(output.getFileName() + ".config");
  }

  private Path cache() {
    String name = output.getFileName().toString();
    return output.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
  }
}
