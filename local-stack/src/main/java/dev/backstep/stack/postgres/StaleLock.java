package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock file of a server that was killed. PostgreSQL itself removes one whose process is gone,
 * but refuses to start when that pid belongs to another program by now, as it often does after a
 * restart of the machine or container.
 */
final class StaleLock {
  private StaleLock() {}

  /** Removes the lock file when its pid is some other program's. */
  static void removeFrom(Path data) {
    Path lock = data.resolve("postmaster.pid");
    if (TextFile.read(lock).flatMap(StaleLock::pid).filter(StaleLock::isOtherProgram).isPresent()) {
      try {
        Files.deleteIfExists(lock);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Optional<Long> pid(String lock) {
    return lock.lines()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  private static boolean isOtherProgram(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> !command.endsWith("/postgres"))
        .isPresent();
  }
}
