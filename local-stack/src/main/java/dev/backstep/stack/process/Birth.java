package dev.backstep.stack.process;

import dev.backstep.stack.layout.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * When a process was started, in whatever unit the system gives: only good for telling whether a
 * pid still means the same process. Not a clock time, since those move when the clock is set.
 */
final class Birth {
  private static final Path PROC = Path.of("/proc");

  // Fields of /proc/PID/stat after the command, which may itself hold blanks and brackets.
  private static final int STATE = 0;
  private static final int START_TIME = 19;

  private Birth() {}

  /** Nothing if there is no such process, or only its zombie. */
  static Optional<String> of(long pid) {
    return Path.of("/proc/self/stat").toFile().exists() ? fromProc(pid) : fromPs(pid);
  }

  private static Optional<String> fromProc(long pid) {
    return stat(pid)
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
        .filter(fields -> !"Z".equals(fields[STATE]) && !"X".equals(fields[STATE]))
        .map(fields -> fields[START_TIME]);
  }

  private static Optional<String> stat(long pid) {
    try {
      return TextFile.read(PROC.resolve(pid + "/stat"));
    } catch (java.io.UncheckedIOException e) {
      // It ended between the look and the read.
      return Optional.empty();
    }
  }

  private static Optional<String> fromPs(long pid) {
    var ps =
        Command.run(
            List.of("bash", "-c", "LC_ALL=C ps -o stat=,lstart= -p \"$0\"", String.valueOf(pid)));
    return Optional.of(ps.output())
        .filter(line -> !line.isBlank() && !line.startsWith("Z"))
        .map(line -> line.substring(line.indexOf(' ')).strip());
  }
}
