package dev.backstep.e2e.torture;

import dev.backstep.stack.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory on a disk of its own, in memory, which can be made as small as what is on it. It
 * takes root and a system that lets root mount, as Linux does outside most containers.
 */
final class SmallDisk implements AutoCloseable {
  /** Memory is taken as files grow; no run writes as much. */
  private static final String ROOMY = "8g";

  /** A server writes on, and no disk gets smaller than what is on it by now. */
  private static final int ATTEMPTS = 20;

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /** Whether such disks can be made here. */
  static boolean isPossible() {
    try {
      var trial = Files.createTempDirectory("backstep-disk");
      boolean mounted = Command.succeeds(mount(trial));
      if (mounted) {
        Command.run(List.of("umount", trial.toString())).orFail("umount");
      }
      Files.delete(trial);
      return mounted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a disk under that directory, which has to be empty. */
  static SmallDisk under(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.run(mount(directory)).orFail("mount " + directory);
    return new SmallDisk(directory);
  }

  /** Takes away the disk that a run without an end has left there, if any. */
  static void forget(Path directory) {
    if (Files.isDirectory(directory)) {
      Command.run(List.of("umount", "--lazy", directory.toString()));
    }
  }

  private static List<String> mount(Path directory) {
    return List.of(
        "mount", "-t", "tmpfs", "-o", "mode=0755,size=" + ROOMY, "tmpfs", directory.toString());
  }

  /** From now on nothing more fits on it. */
  void fill() throws IOException {
    for (int left = ATTEMPTS; left > 1; left--) {
      if (Command.succeeds(resize(String.valueOf(used())))) {
        return;
      }
    }
    Command.run(resize(String.valueOf(used()))).orFail("remount " + directory);
  }

  private long used() throws IOException {
    var store = Files.getFileStore(directory);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  /** There is room again. */
  void makeRoom() {
    Command.run(resize(ROOMY)).orFail("remount " + directory);
  }

  private List<String> resize(String size) {
    return List.of("mount", "-o", "remount,size=" + size, directory.toString());
  }

  @Override
  public void close() {
    forget(directory);
  }
}
