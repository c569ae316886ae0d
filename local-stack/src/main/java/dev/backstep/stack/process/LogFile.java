package dev.backstep.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The end of a log: what a process said since it was started. */
public final class LogFile {
  // Twenty lines of a stack trace fit a screen and hold the cause, nearly always.
  private static final int LINES = 20;
  private static final int MOST_BYTES = 64 * 1024;

  // Grows by about 1 MB a day of trials; one older file is kept.
  private static final long ROLL_AT = 50L * 1024 * 1024;

  private final Path path;
  private final long start;

  private LogFile(Path path, long start) {
    this.path = path;
    this.start = start;
  }

  /** Rolls a log that has grown large, and marks where the next lines begin. */
  public static LogFile mark(Path path) {
    try {
      if (length(path) > ROLL_AT) {
        Path old = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, old, StandardCopyOption.REPLACE_EXISTING);
      }
      return new LogFile(path, length(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long length(Path path) throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** The last lines since the mark. */
  public String lastLines() {
    try {
      var lines = sinceMark().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sinceMark() throws IOException {
    long end = length(path);
    long from = Math.max(Math.min(start, end), end - MOST_BYTES);
    if (from == end) {
      return "";
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(from);
      byte[] bytes = new byte[(int) (end - from)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  public Path path() {
    return path;
  }
}
